package id.hadir.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long people waited at each step of registering, and how often they had to ask again. */
final class Steps {

    enum Step {
        EVENT_PAGE("event page"),
        ASSETS("style and scripts, each"),
        FORM("form"),
        OFFICES("search of the office"),
        SUBMIT("submit"),
        TICKET("ticket");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    private static final long LONGEST_MICROS = 600_000_000;

    private final Map<Step, Histogram> micros = new EnumMap<>(Step.class);
    private final Map<Step, Long> again = new EnumMap<>(Step.class);
    private final Map<Step, Long> failed = new EnumMap<>(Step.class);

    /** Of the time between asking and the answer that counted, however often it was asked. */
    synchronized void done(Step step, long tookNanos) {
        micros.computeIfAbsent(step, _ -> new Histogram(LONGEST_MICROS, 3))
                .recordValue(Math.clamp(tookNanos / 1000, 0, LONGEST_MICROS));
    }

    synchronized void askedAgain(Step step) {
        again.merge(step, 1L, Long::sum);
    }

    synchronized void failed(Step step) {
        failed.merge(step, 1L, Long::sum);
    }

    synchronized long count(Step step) {
        Histogram times = micros.get(step);
        return times == null ? 0 : times.getTotalCount();
    }

    synchronized long failures(Step step) {
        return failed.getOrDefault(step, 0L);
    }

    synchronized List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Step step : Step.values()) {
            Histogram times = micros.getOrDefault(step, new Histogram(LONGEST_MICROS, 3));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("step", step.words);
            row.put("done", times.getTotalCount());
            row.put("p50 ms", times.getValueAtPercentile(50) / 1000.0);
            row.put("p95 ms", times.getValueAtPercentile(95) / 1000.0);
            row.put("p99 ms", times.getValueAtPercentile(99) / 1000.0);
            row.put("asked again", again.getOrDefault(step, 0L));
            row.put("failed", failed.getOrDefault(step, 0L));
            rows.add(row);
        }
        return rows;
    }
}
