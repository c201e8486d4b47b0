package id.hadir.load.http;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What was answered in a time of load, and how fast. */
public final class Tally {

    /** Status of a request that had no answer. */
    public static final int FAILED = 0;

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
    public Tally(int wanted, Duration longest) {
        this.wanted = wanted;
        this.perSecond = new long[(int) longest.toSeconds() + 1];
    }

    /**
     * @param atNanos since the load began
     */
    public void add(int status, long atNanos, long tookNanos) {
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

    public long count(int status) {
        Histogram times = micros.get(status);
        return times == null ? 0 : times.getTotalCount();
    }

    public long answered() {
        return count(wanted);
    }

    public long all() {
        return micros.values().stream().mapToLong(Histogram::getTotalCount).sum();
    }

    public long others() {
        return all() - answered();
    }

    /** What may have been done although nobody was told so. */
    public long unsure() {
        return micros.keySet().stream()
                .filter(status -> status == FAILED || (status >= 500 && status != 503))
                .mapToLong(this::count)
                .sum();
    }

    public long refusedWithoutRetryAfter() {
        return refusedWithoutRetryAfter;
    }

    double seconds() {
        return seconds;
    }

    public double perSecond() {
        return answered() / seconds;
    }

    /** Mean rate of success between two seconds since the beginning. */
    public double perSecond(int from, int until) {
        long sum = 0;
        for (int second = from; second < until; second++) {
            sum += perSecond[second];
        }
        return sum / (double) (until - from);
    }

    /** Of those that succeeded. */
    public double millis(double percentile) {
        return millis(wanted, percentile);
    }

    public double millis(int status, double percentile) {
        Histogram times = micros.get(status);
        return times == null ? Double.NaN : times.getValueAtPercentile(percentile) / 1000.0;
    }
}
