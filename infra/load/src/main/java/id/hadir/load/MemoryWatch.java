package id.hadir.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every second how much memory each part of the run has. */
final class MemoryWatch implements AutoCloseable {

    private static final long EVERY = Duration.ofSeconds(1).toMillis();

    private final Processes processes;
    private final Map<String, Long> before;
    private final Map<String, Long> most = new LinkedHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

    MemoryWatch(Processes processes) {
        this.processes = processes;
        this.before = processes.memoryMegabytes();
        clock.scheduleAtFixedRate(this::look, 0, EVERY, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        processes.memoryMegabytes().forEach((part, now) -> most.merge(part, now, Math::max));
    }

    /** Megabytes before, at most, and now, a line a part. */
    synchronized List<Map<String, Object>> rows(String load) {
        Map<String, Long> after = processes.memoryMegabytes();
        List<Map<String, Object>> rows = new ArrayList<>();
        before.forEach(
                (part, first) -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("load", load);
                    row.put("part", part);
                    row.put("before", first);
                    row.put("most", most.getOrDefault(part, first));
                    row.put("after", after.getOrDefault(part, 0L));
                    rows.add(row);
                });
        return rows;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
