package id.hadir.load.http;

/** When a crowd's next request is due. */
public sealed interface Pace {

    /** Each connection sends the next request when the answer to the last is there. */
    record Eager() implements Pace {}

    /**
     * As eager, but who is refused asks again for the same, after the time that the answer tells.
     */
    record Polite() implements Pace {}

    /**
     * So many a second, evenly, whatever the server does.
     *
     * @param waits whether a request for which no connection is free is sent later, its time
     *     counted from when it was due; otherwise it is left out
     */
    record Steady(double perSecond, boolean waits) implements Pace {

        /** How many requests are due in the time since the beginning, the first at once. */
        long dueAfter(long nanos) {
            return 1 + (long) Math.floor(nanos / 1e9 * perSecond);
        }

        /** When a request is due, in nanoseconds since the beginning; the first is number 0. */
        long dueAt(long number) {
            return (long) Math.ceil(number * 1e9 / perSecond);
        }
    }
}
