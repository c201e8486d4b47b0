package id.hadir.load.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long somebody stays away who was told to come back: as the page that keeps a refused form
 * does, each time about twice as long as before, and not at the same moment as everybody else.
 */
public final class Patience {

    private static final long LONGEST = Duration.ofSeconds(30).toMillis();
    private static final int DOUBLINGS = 5;

    private Patience() {}

    /**
     * @param toldSeconds by {@code Retry-After}
     * @param refusals so far, from 1
     */
    public static Duration after(int toldSeconds, int refusals, RandomGenerator random) {
        long told = 1000L * toldSeconds;
        long longest = Math.max(told, Math.min(LONGEST, told << Math.min(refusals - 1, DOUBLINGS)));
        return Duration.ofMillis(random.nextLong(Math.max(told, longest / 2), longest + 1));
    }
}
