package id.hadir.load;

import id.hadir.load.http.Crowd;
import id.hadir.load.http.Load;
import id.hadir.load.http.Pace;
import id.hadir.load.http.Tally;
import id.hadir.load.http.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ten times what the system can take: once from people who ask again at once whatever they are
 * told, and once from as many who come back when they are told to. A connection waits for its
 * answer; so they have to be more than the system lets wait, or nobody would be refused.
 */
final class Overload implements Scenario {

    private static final int TIMES = 10;
    private static final int SECONDS = 20;

    private final Run run;
    private final Target gateway;
    private final List<String> event;
    private final List<Map<String, Object>> loads = new ArrayList<>();
    private final List<Map<String, Object>> memory = new ArrayList<>();
    private final List<Double> goodputs = new ArrayList<>();

    Overload(Run run) {
        this.run = run;
        this.gateway = run.gateway();
        this.event = run.site().openEvents(1);
    }

    @Override
    public Findings play() {
        run.warmUp();
        Load one = new Load(1, new Pace.Eager(), Run.seconds(3));
        double usualMillis = run.register(gateway, event, one).tally().millis(50);
        Run.Loaded peak = run.register(gateway, event, run.full());
        int seconds = run.options().seconds();
        double rate = peak.tally().perSecond(0, seconds);
        add("peak", run.options().connections(), seconds, peak, rate, Double.NaN);
        int crowd = run.options().crowd();
        Pace tenfold = new Pace.Steady(TIMES * rate, false);
        overload("10 × the peak, impatient", crowd, tenfold, rate, usualMillis);
        overload("as many, polite", crowd, new Pace.Polite(), rate, usualMillis);
        return new Findings(
                List.of(
                        new Table("Overload", loads),
                        new Table("Memory under overload, MB", memory)),
                Map.of(
                        Aim.OVERLOAD,
                        goodputs.stream().mapToDouble(d -> d).min().orElse(Double.NaN)));
    }

    private void overload(String what, int clients, Pace pace, double peak, double usualMillis) {
        System.out.println(what);
        Load load = new Load(clients, pace, Duration.ofSeconds(SECONDS));
        try (MemoryWatch watch = new MemoryWatch(run.processes())) {
            long ends = System.nanoTime() + load.duration().toNanos();
            Run.Loaded loaded =
                    run.measure(
                            gateway,
                            load,
                            run.applicants().registeringWithKey(gateway, event),
                            Run.CREATED);
            run.ledger().add(event, loaded.tally());
            double recovered = recover(usualMillis, ends);
            add(what, clients, SECONDS, loaded, peak, recovered);
            goodputs.add(loaded.tally().perSecond(0, SECONDS) / peak);
            memory.addAll(watch.rows(what));
        }
    }

    private double recover(double usualMillis, long ended) {
        Tally probes = new Tally(Run.CREATED, Duration.ofMinutes(2));
        double seconds =
                new Recovery(usualMillis)
                        .await(
                                gateway,
                                run.applicants().registering(gateway, event),
                                probes,
                                ended);
        run.ledger().add(event, probes);
        return seconds;
    }

    private void add(
            String what,
            int clients,
            int seconds,
            Run.Loaded loaded,
            double peak,
            double recovered) {
        Tally tally = loaded.tally();
        double goodput = tally.perSecond(0, seconds);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("load", what);
        row.put("clients", clients);
        row.put("asked/s", tally.all() / (double) seconds);
        row.put("asked ÷ peak", tally.all() / (seconds * peak));
        row.put("accepted/s", goodput);
        row.put("accepted ÷ peak", goodput / peak);
        row.put("accepted p50 ms", tally.millis(50));
        row.put("accepted p99 ms", tally.millis(99));
        row.put("refused", tally.count(Crowd.OVERLOADED) / (double) Math.max(1, tally.all()));
        row.put("503 p50 ms", tally.millis(Crowd.OVERLOADED, 50));
        row.put("503 p99 ms", tally.millis(Crowd.OVERLOADED, 99));
        row.put("without Retry-After", tally.refusedWithoutRetryAfter());
        row.put("otherwise failed", tally.others() - tally.count(Crowd.OVERLOADED));
        row.put("usual again after s", recovered);
        StringBuilder processors = new StringBuilder();
        loaded.cpuSeconds()
                .forEach(
                        (part, cpu) ->
                                processors.append("%s %.2f  ".formatted(part, cpu / seconds)));
        row.put("processors in use", processors.toString().strip());
        loads.add(row);
    }
}
