package id.hadir.kit.message;

import java.time.Duration;
import java.time.Instant;

/** How it goes on one channel, as this postman sees it. */
class Line {

    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private volatile Instant restsUntil = Instant.MIN;
    private volatile Instant lastDelivery = Instant.MIN;

    boolean isResting(Instant now) {
        return now.isBefore(restsUntil);
    }

    void delivered(Instant now) {
        lastDelivery = now;
    }

    /**
     * Whether the failure is that of the whole line. A line that has just taken another letter is
     * set as it should be: what it refuses now is that one letter.
     */
    boolean isAway(CourierAway failure, Instant now) {
        return !failure.mayBeTheLetters() || lastDelivery.isBefore(now.minus(JUST_NOW));
    }

    /** Until when; a rest that was already told to be longer stays so. */
    synchronized Instant rest(CourierAway failure, Instant now) {
        Instant until = now.plus(failure.pause());
        if (until.isAfter(restsUntil)) {
            restsUntil = until;
        }
        return restsUntil;
    }
}
