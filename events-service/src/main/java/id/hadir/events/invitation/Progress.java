package id.hadir.events.invitation;

/**
 * How far a large sending is.
 *
 * @param done units that are written, which nobody sees before all are
 * @param total units of the sending
 */
public record Progress(long done, long total) {

    /** Never the whole of it: what is done is no progress any more. */
    public long percent() {
        return total == 0 ? 0 : Math.min(99, 100 * done / total);
    }
}
