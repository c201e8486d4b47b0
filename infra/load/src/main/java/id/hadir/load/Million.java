package id.hadir.load;

import id.hadir.load.http.Load;
import id.hadir.load.http.Pace;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a registration costs more where many are already: events with a thousand beside one with
 * a million, in rounds by turns. The rows of both are in one table; so events with a thousand are
 * also measured before the million is written. PostgreSQL is first left without statistics of what
 * was written, as in a rush that fills a table.
 */
final class Million implements Scenario {

    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int SECONDS = 4;
    private static final int QUIET_SECONDS = 2;

    private static final String ALONE = "1,000 present, small table";
    private static final String THOUSAND = "1,000 present";
    private static final String MILLION = "1,000,000 present";
    private static final List<String> PARTS = List.of("attendance", "postgresql");

    private final Run run;
    private final Filling filling;
    private final Map<String, List<Measured>> rounds = new LinkedHashMap<>();

    Million(Run run) throws IOException {
        this.run = run;
        this.filling = new Filling(run.options().database("hadir_attendance"));
    }

    @Override
    public Findings play() throws SQLException {
        run.warmUp();
        filling.keepStatistics(false);
        for (int round = 0; round < run.options().rounds(); round++) {
            measure(ALONE, filled(FEW));
        }
        long began = System.nanoTime();
        List<String> million = filled(MANY);
        filling.settle();
        System.out.printf("filled in %.0f s%n", (System.nanoTime() - began) / 1e9);
        rounds("", million);
        filling.keepStatistics(true);
        filling.renewStatistics();
        rounds(", analysed", million);
        List<Measured> medians = rounds.values().stream().map(Measured::median).toList();
        return new Findings(
                List.of(
                        new Table("The millionth", medians.stream().map(Measured::row).toList()),
                        new Table(
                                "The millionth ÷ the thousandth",
                                List.of(ratios(""), ratios(", analysed")))),
                Map.of(Aim.MILLIONTH, Math.max(cost(""), cost(", analysed"))));
    }

    private void rounds(String variant, List<String> million) throws SQLException {
        for (int round = 0; round < run.options().rounds(); round++) {
            measure(THOUSAND + variant, filled(FEW));
            measure(MILLION + variant, million);
        }
    }

    private List<String> filled(int people) throws SQLException {
        List<String> event = run.site().openEvents(1);
        filling.fill(event.getFirst(), people, run.applicants().officeIds());
        run.ledger().add(event, people, 0);
        return event;
    }

    private void measure(String what, List<String> event) {
        Load full = run.full().lasting(Run.seconds(SECONDS));
        keep(what, run.register(run.gateway(), event, full));
        Load quiet = new Load(1, new Pace.Eager(), Run.seconds(QUIET_SECONDS));
        keep(what + ", one connection", run.register(run.gateway(), event, quiet));
    }

    private void keep(String what, Run.Loaded loaded) {
        rounds.computeIfAbsent(what, _ -> new ArrayList<>()).add(loaded.as(what));
    }

    /** Processor time of service and database for a registration, million to thousand. */
    private double cost(String variant) {
        return cpu(MILLION + variant) / cpu(THOUSAND + variant);
    }

    private double cpu(String what) {
        double[] sorted =
                rounds.getOrDefault(what, List.of()).stream()
                        .mapToDouble(Million::cpu)
                        .sorted()
                        .toArray();
        return sorted[sorted.length / 2];
    }

    private static double cpu(Measured measured) {
        return PARTS.stream()
                .mapToDouble(part -> measured.cpuMicros().getOrDefault(part, 0.0))
                .sum();
    }

    private Map<String, Object> ratios(String variant) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("statistics", variant.isEmpty() ? "none" : "analysed");
        row.put("CPU of attendance and postgresql", cost(variant));
        row.put("CPU, to the small table", cpu(MILLION + variant) / cpu(ALONE));
        row.put(
                "p50 of one connection",
                median(MILLION + variant + ", one connection").p50()
                        / median(THOUSAND + variant + ", one connection").p50());
        return row;
    }

    private Measured median(String what) {
        return Measured.median(rounds.getOrDefault(what, List.of()));
    }
}
