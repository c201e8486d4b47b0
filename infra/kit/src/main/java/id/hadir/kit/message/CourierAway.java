package id.hadir.kit.message;

import java.time.Duration;

/**
 * The receiving side takes no letter at all for a while, whichever it is: the whole channel rests.
 * What was refused for a wrong setting loses none of its tries, for too much to do at most half.
 */
class CourierAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final Duration UNTIL_MENDED = Duration.ofMinutes(5);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final boolean mayBeTheLetters;
    private final Duration pause;

    private CourierAway(boolean mayBeTheLetters, Duration pause, Throwable cause) {
        super(cause);
        this.mayBeTheLetters = mayBeTheLetters;
        this.pause = pause;
    }

    /**
     * A secret, an address or a right that somebody has to mend, for all that one letter tells;
     * whether others are taken meanwhile is for {@link Line} to say.
     */
    static CourierAway wronglySet(Throwable cause) {
        return new CourierAway(true, UNTIL_MENDED, cause);
    }

    /**
     * @param pause that the other side asks for: no shorter than a second and no longer than a
     *     quarter of an hour is it given
     */
    static CourierAway busy(Duration pause, Throwable cause) {
        Duration atLeast = pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause;
        return new CourierAway(false, atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast, cause);
    }

    boolean mayBeTheLetters() {
        return mayBeTheLetters;
    }

    Duration pause() {
        return pause;
    }

    /** What the outbox keeps. */
    String word() {
        return mayBeTheLetters ? "wrongly-set" : "busy";
    }
}
