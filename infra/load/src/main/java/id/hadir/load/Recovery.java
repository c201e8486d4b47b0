package id.hadir.load;

import id.hadir.load.http.Connection;
import id.hadir.load.http.Tally;
import id.hadir.load.http.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;

/** How soon a system that was overloaded answers a single request as fast as it used to. */
final class Recovery {

    private static final int IN_A_ROW = 20;
    private static final double SHARE_OF_USUAL = 0.9;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final double usualMillis;
    private final ArrayDeque<Double> latest = new ArrayDeque<>();

    /**
     * @param usualMillis the median of single requests before the load
     */
    Recovery(double usualMillis) {
        this.usualMillis = usualMillis;
    }

    /** Whether the median of the latest answers is as short as before, or nearly. */
    boolean isReachedWith(double millis) {
        latest.add(millis);
        if (latest.size() > IN_A_ROW) {
            latest.remove();
        }
        List<Double> sorted = latest.stream().sorted().toList();
        return sorted.size() == IN_A_ROW
                && sorted.get(IN_A_ROW / 2) <= usualMillis / SHARE_OF_USUAL;
    }

    /**
     * Asks one by one until then.
     *
     * @param answers to the questions
     * @return seconds since the load ended, NaN when it takes longer than a minute
     */
    double await(Target target, Supplier<byte[]> requests, Tally answers, long loadEnded) {
        long end = loadEnded + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (Connection connection = new Connection(target.server())) {
                for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                    int status = connection.exchange(requests.get()).status();
                    long done = System.nanoTime();
                    answers.add(status, 0, done - now);
                    if (status == Run.CREATED && isReachedWith((done - now) / 1e6)) {
                        return (done - loadEnded) / 1e9;
                    }
                }
            } catch (IOException lost) {
                answers.add(Tally.FAILED, 0, 0);
            }
        }
        return Double.NaN;
    }
}
