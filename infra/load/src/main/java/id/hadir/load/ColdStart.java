package id.hadir.load;

import id.hadir.load.http.Load;
import id.hadir.load.http.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rush meets a system that has just been started: the load begins when /health first says up,
 * without and with the caches that make starts quicker.
 */
final class ColdStart implements Scenario {

    private static final int SECONDS = 90;
    private static final int WINDOW = 5;
    private static final int FIRST = 10;

    private final Run run;
    private final LocalSystem system;
    private final List<String> event;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    ColdStart(Run run) {
        this.run = run;
        this.system = new LocalSystem(run.options().data(), run.gateway());
        this.event = run.site().openEvents(1);
    }

    @Override
    public Findings play() throws IOException, InterruptedException {
        if (!system.hasCaches()) {
            measure("without caches", false);
            System.out.println("making the start caches");
            system.stop();
            system.start(true);
            system.awaitCaches();
        }
        double share = measure("with caches", true);
        return new Findings(
                List.of(new Table("The first moments after a start, registrations/s", rows)),
                Map.of(Aim.COLD, share));
    }

    private double measure(String what, boolean cache) throws IOException, InterruptedException {
        System.out.println(what);
        system.stop();
        long began = System.nanoTime();
        system.start(cache);
        double started = (System.nanoTime() - began) / 1e9;
        Load load = run.full().lasting(Run.seconds(SECONDS));
        Tally tally = run.register(run.gateway(), event, load).tally();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("start", what);
        row.put("up after s", started);
        double peak = 0;
        for (int from = 0; from < SECONDS; from += WINDOW) {
            double rate = tally.perSecond(from, from + WINDOW);
            peak = Math.max(peak, rate);
            if (from < 4 * WINDOW) {
                row.put("%d–%d s".formatted(from, from + WINDOW), rate);
            }
        }
        double first = tally.perSecond(0, FIRST);
        row.put("first 10 s", first);
        row.put("best 5 s", peak);
        row.put("÷", first / peak);
        row.put("failed", tally.others());
        rows.add(row);
        return first / peak;
    }
}
