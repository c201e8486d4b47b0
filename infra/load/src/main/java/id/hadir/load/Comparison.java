package id.hadir.load;

import id.hadir.load.http.Load;
import id.hadir.load.http.Pace;
import id.hadir.load.http.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Registrations side by side with what bounds them: the same HTTP path without the database, the
 * same PostgreSQL without HTTP, and a textbook peer. Rounds are interleaved, since the machine's
 * speed wanders, and the median of each counts.
 */
final class Comparison implements Scenario, AutoCloseable {

    private static final int EVENTS = 100;
    private static final double SHARE_OF_PEAK = 0.8;

    private static final String NO_OP = "no-op";
    private static final String HOT = "hot event";
    private static final String PEER = "textbook peer, hot event";
    private static final String QUIET = "one connection";
    private static final String BELOW_PEAK = "hot event, steady at 80 % of the peak";

    private final Run run;
    private final Pgbench pgbench;
    private final List<String> hot;
    private final List<String> spread;
    private final Peer peer;
    private final SecondGateway secondGateway;
    private final Map<String, List<Measured>> rounds = new LinkedHashMap<>();

    Comparison(Run run) throws IOException, SQLException, InterruptedException {
        this.run = run;
        Options options = run.options();
        Database server = options.database("postgres");
        pgbench = new Pgbench(server, options.data());
        pgbench.prepare(EVENTS);
        hot = run.site().openEvents(1);
        spread = run.site().openEvents(EVENTS);
        peer = Peer.start(options.peerJar(), options.peerPort(), server, options.data());
        secondGateway =
                SecondGateway.start(
                        options.peerPort() + 1,
                        options.peerPort(),
                        run.processes(),
                        options.data());
        peer.prepare(hot, run.applicants().officeIds());
    }

    @Override
    public Findings play() throws IOException, InterruptedException {
        warmUp();
        for (int round = 1; round <= run.options().rounds(); round++) {
            System.out.println("round " + round);
            round();
        }
        steadyBelowPeak();
        List<Measured> medians = rounds.values().stream().map(Measured::median).toList();
        Table table = new Table("Registrations", medians.stream().map(Measured::row).toList());
        return new Findings(List.of(table), ratios());
    }

    private void warmUp() throws IOException {
        System.out.println("warming up");
        Load warm = run.full().lasting(Run.seconds(run.options().warmUp()));
        run.register(run.gateway(), hot, warm);
        run.refuse(run.gateway(), hot, run.full());
        atPeer(warm);
        run.register(direct(), hot, run.full());
    }

    private void round() throws IOException, InterruptedException {
        Target gateway = run.gateway();
        keep(NO_OP, run.refuse(gateway, hot, run.full()));
        keep(HOT, run.register(gateway, hot, run.full()));
        pgbench("pgbench hot, 8 clients", 1, 8);
        pgbench("pgbench hot, 32 clients", 1, 32);
        keep(EVENTS + " events", run.register(gateway, spread, run.full()));
        pgbench("pgbench " + EVENTS + " rows, 8 clients", EVENTS, 8);
        keep(PEER, atPeer(run.full()));
        keep(NO_OP + ", direct", run.refuse(direct(), hot, run.full()));
        keep(HOT + ", direct", run.register(direct(), hot, run.full()));
        keep(EVENTS + " events, direct", run.register(direct(), spread, run.full()));
        keep(QUIET, run.register(gateway, hot, new Load(1, new Pace.Eager(), Run.seconds(3))));
    }

    /** Without the gateway, but with the identity that it gives, which is good for five minutes. */
    private Target direct() throws IOException {
        return secondGateway.around(run.options().attendancePort());
    }

    private Run.Loaded atPeer(Load load) {
        Target target = secondGateway.target();
        Run.Loaded loaded =
                run.measure(target, load, run.applicants().registering(target, hot), Run.CREATED);
        return new Run.Loaded(loaded.tally(), Map.of());
    }

    /** Arrivals on a schedule that the system does not slow down, with connections to spare. */
    private void steadyBelowPeak() {
        double rate = SHARE_OF_PEAK * median(HOT).perSecond();
        Load load =
                new Load(
                        8 * run.options().connections(),
                        new Pace.Steady(rate, true),
                        Run.seconds(2L * run.options().seconds()));
        keep(BELOW_PEAK, run.register(run.gateway(), hot, load));
    }

    private void keep(String what, Run.Loaded loaded) {
        keep(loaded.as(what));
    }

    private void keep(Measured measured) {
        rounds.computeIfAbsent(measured.what(), _ -> new ArrayList<>()).add(measured);
    }

    private void pgbench(String what, int events, int clients)
            throws IOException, InterruptedException {
        Duration duration = Run.seconds(run.options().seconds());
        double tps = pgbench.transactionsPerSecond(events, clients, duration);
        keep(new Measured(what, tps, Double.NaN, Double.NaN, 0, Map.of()));
    }

    private Measured median(String what) {
        return Measured.median(rounds.getOrDefault(what, List.of()));
    }

    private Map<Aim, Double> ratios() {
        double registrations = median(HOT).perSecond();
        double pgbenchAtItsBest =
                Math.max(
                        median("pgbench hot, 8 clients").perSecond(),
                        median("pgbench hot, 32 clients").perSecond());
        Map<Aim, Double> ratios = new EnumMap<>(Aim.class);
        ratios.put(Aim.PGBENCH, registrations / pgbenchAtItsBest);
        ratios.put(Aim.NO_OP, registrations / median(NO_OP).perSecond());
        ratios.put(Aim.PEER, registrations / median(PEER).perSecond());
        ratios.put(Aim.TAIL, median(BELOW_PEAK).p99() / median(QUIET).p50());
        return ratios;
    }

    @Override
    public void close() {
        secondGateway.close();
        peer.close();
    }
}
