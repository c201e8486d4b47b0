package id.hadir.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What was answered in a time of load, and how fast. */
final class Tally {

    /** Status of a request that had no answer. */
    static final int FAILED = 0;

    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toMillis() * 1000;

    private final int wanted;
    private final Map<Integer, Histogram> micros = new TreeMap<>();
    private final long[] perSecond;
    private long refusedWithoutRetryAfter;
    private double seconds;

    /**
     * @param wanted the status of success
     * @param longest that answers may come in
     */
    Tally(int wanted, Duration longest) {
        this.wanted = wanted;
        this.perSecond = new long[(int) longest.toSeconds() + 1];
    }

    /**
     * @param atNanos since the load began
     */
    void add(int status, long atNanos, long tookNanos) {
        micros.computeIfAbsent(status, _ -> new Histogram(LONGEST_MICROS, 3))
                .recordValue(Math.clamp(tookNanos / 1000, 0, LONGEST_MICROS));
        int second = (int) (atNanos / 1_000_000_000L);
        if (status == wanted && second < perSecond.length) {
            perSecond[second]++;
        }
    }

    void addRefusalWithoutRetryAfter() {
        refusedWithoutRetryAfter++;
    }

    void finish(long afterNanos) {
        seconds = afterNanos / 1e9;
    }

    long count(int status) {
        Histogram times = micros.get(status);
        return times == null ? 0 : times.getTotalCount();
    }

    long answered() {
        return count(wanted);
    }

    long all() {
        return micros.values().stream().mapToLong(Histogram::getTotalCount).sum();
    }

    long others() {
        return all() - answered();
    }

    /** What may have been done although nobody was told so. */
    long unsure() {
        return micros.keySet().stream()
                .filter(status -> status == FAILED || (status >= 500 && status != 503))
                .mapToLong(this::count)
                .sum();
    }

    long refusedWithoutRetryAfter() {
        return refusedWithoutRetryAfter;
    }

    double seconds() {
        return seconds;
    }

    double perSecond() {
        return answered() / seconds;
    }

    /** Mean rate of success between two seconds since the beginning. */
    double perSecond(int from, int until) {
        long sum = 0;
        for (int second = from; second < until; second++) {
            sum += perSecond[second];
        }
        return sum / (double) (until - from);
    }

    /** Of those that succeeded. */
    double millis(double percentile) {
        return millis(wanted, percentile);
    }

    double millis(int status, double percentile) {
        Histogram times = micros.get(status);
        return times == null ? Double.NaN : times.getValueAtPercentile(percentile) / 1000.0;
    }
}
