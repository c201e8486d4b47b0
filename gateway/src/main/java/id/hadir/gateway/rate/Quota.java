package id.hadir.gateway.rate;

import id.hadir.gateway.rate.RateSettings.Rate;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** What one caller may still ask, and when those may come again who asked for more. */
final class Quota {

    private static final long LONGEST_WAIT = Duration.ofSeconds(29).toNanos();

    private final Bucket bucket;
    private final long nanosForOne;
    private final AtomicLong lastTurn = new AtomicLong(System.nanoTime());

    Quota(Rate rate) {
        this.nanosForOne = Duration.ofSeconds(1).toNanos() / rate.perSecond();
        this.bucket =
                Bucket.builder()
                        .addLimit(
                                limit ->
                                        limit.capacity(rate.atOnce())
                                                .refillGreedy(
                                                        rate.perSecond(), Duration.ofSeconds(1)))
                        .build();
    }

    boolean take() {
        return bucket.tryConsume(1);
    }

    boolean isUsedUp() {
        return bucket.getAvailableTokens() == 0;
    }

    /**
     * Behind all who were sent back before, by chance somewhat earlier: a crowd comes again spread
     * over the time in which it can be served, up to half a minute.
     */
    int secondsToWait() {
        long now = System.nanoTime();
        long turn =
                lastTurn.accumulateAndGet(
                        nanosForOne,
                        (last, one) -> now + Math.clamp(last - now + one, one, LONGEST_WAIT));
        int seconds = (int) Duration.ofNanos(turn - now).toSeconds();
        return ThreadLocalRandom.current().nextInt(1 + seconds / 2, seconds + 2);
    }
}
