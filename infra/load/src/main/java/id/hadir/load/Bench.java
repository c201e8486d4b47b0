package id.hadir.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Measures registrations side by side with what bounds them: the same HTTP path without the
 * database, and the same PostgreSQL without HTTP. Rounds are interleaved, since the machine's speed
 * wanders, and the median of each counts.
 */
public final class Bench {

    private static final int CREATED = 201;
    private static final int INVALID = 422;
    private static final int EVENTS = 100;

    private final Options options;
    private final Processes processes;
    private final Applicants applicants;
    private final Pgbench pgbench;
    private final Verification verification;
    private final List<String> hot;
    private final List<String> spread;
    private final Peer peer;
    private final Map<String, List<Measured>> rounds = new LinkedHashMap<>();
    private final Map<List<String>, HttpCounts> answered = new LinkedHashMap<>();

    /**
     * @param url of the gateway
     * @param data folder of the run
     * @param seconds of each measure in each round
     * @param peerJar the textbook peer, ready to run
     */
    record Options(
            String url,
            Path data,
            int postgresPort,
            int seconds,
            int rounds,
            int connections,
            Path peerJar) {

        static Options of(String... arguments) {
            Map<String, String> given = new TreeMap<>();
            for (String argument : arguments) {
                String[] parts = argument.split("=", 2);
                given.put(parts[0], parts.length == 2 ? parts[1] : "");
            }
            return new Options(
                    given.getOrDefault("--url", "http://127.0.0.1:8080"),
                    Path.of(given.getOrDefault("--data", "infra/var")).toAbsolutePath(),
                    Integer.parseInt(given.getOrDefault("--postgres-port", "54318")),
                    Integer.parseInt(given.getOrDefault("--seconds", "8")),
                    Integer.parseInt(given.getOrDefault("--rounds", "3")),
                    Integer.parseInt(given.getOrDefault("--connections", "64")),
                    Path.of(given.getOrDefault("--peer", "infra/load/peer/target/load-peer.jar")));
        }

        InetSocketAddress server() {
            URI uri = URI.create(url);
            return new InetSocketAddress(uri.getHost(), uri.getPort());
        }

        String secret(String name) throws IOException {
            return Files.readString(data.resolve("secrets").resolve(name)).strip();
        }
    }

    /** What was answered 201, and what was not answered at all. */
    private record HttpCounts(long created, long unanswered) {

        HttpCounts plus(HttpLoad.Result result) {
            return new HttpCounts(
                    created + result.count(CREATED), unanswered + result.count(HttpLoad.FAILED));
        }
    }

    private Bench(Options options) throws IOException, SQLException, InterruptedException {
        this.options = options;
        this.processes = new Processes(options.data());
        String password = options.secret("postgres-password");
        Pgbench.Database own =
                new Pgbench.Database(options.postgresPort(), "postgres", "postgres", password);
        this.pgbench = new Pgbench(own, options.data());
        this.verification =
                new Verification(
                        new Pgbench.Database(
                                options.postgresPort(), "hadir_attendance", "postgres", password));
        Site site = new Site(options.url(), options.secret("admin-password"));
        this.hot = site.openEvents(1);
        this.spread = site.openEvents(EVENTS);
        site.awaitAvailability(hot);
        site.awaitAvailability(spread);
        List<String> offices = site.offices(200);
        this.applicants = new Applicants(options.server(), offices);
        pgbench.prepare(EVENTS);
        this.peer = Peer.start(options.peerJar(), own, processes, options.data());
        peer.prepare(hot, offices);
    }

    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException {
        Options options = Options.of(arguments);
        Bench bench = new Bench(options);
        boolean isSound;
        try (Peer _ = bench.peer) {
            bench.warmUp();
            for (int round = 1; round <= options.rounds(); round++) {
                bench.round(round);
            }
            isSound = bench.verify();
        }
        Report report = bench.report();
        report.print(System.out);
        Path file = options.data().resolve("bench.json");
        Files.writeString(file, report.json());
        System.out.println("written to " + file);
        if (!isSound) {
            System.exit(1);
        }
    }

    private void warmUp() {
        System.out.println("warming up");
        Duration each = Duration.ofSeconds(Math.max(40, options.seconds()));
        count(hot, load(each).run(applicants.registering(hot), CREATED));
        load(Duration.ofSeconds(options.seconds()))
                .run(applicants.refused(hot.getFirst()), INVALID);
        behindPeer(each).run(applicants.registering(hot), CREATED);
    }

    private void round(int number) throws IOException, InterruptedException {
        System.out.println("round " + number);
        http("no-op", INVALID, applicants.refused(hot.getFirst()));
        count(hot, http("hot event", CREATED, applicants.registering(hot)));
        pgbench("pgbench hot, 8 clients", 1, 8);
        pgbench("pgbench hot, 32 clients", 1, 32);
        count(spread, http(EVENTS + " events", CREATED, applicants.registering(spread)));
        pgbench("pgbench " + EVENTS + " rows, 8 clients", EVENTS, 8);
        keep(
                "textbook peer, hot event",
                CREATED,
                behindPeer(Duration.ofSeconds(options.seconds()))
                        .run(applicants.registering(hot), CREATED),
                Map.of());
        quiet();
    }

    private HttpLoad behindPeer(Duration duration) {
        return new HttpLoad(peer.behindGateway(), options.connections(), duration);
    }

    /** One connection, so that nobody waits for anybody. */
    private void quiet() {
        HttpLoad one = new HttpLoad(options.server(), 1, Duration.ofSeconds(3));
        HttpLoad.Result result = one.run(applicants.registering(hot), CREATED);
        count(hot, result);
        keep("one connection", CREATED, result, Map.of());
    }

    private HttpLoad load(Duration duration) {
        return new HttpLoad(options.server(), options.connections(), duration);
    }

    private HttpLoad.Result http(String what, int wanted, Supplier<byte[]> requests) {
        Map<String, Double> before = processes.cpuSeconds();
        HttpLoad.Result result = load(Duration.ofSeconds(options.seconds())).run(requests, wanted);
        Map<String, Double> used = new LinkedHashMap<>();
        processes
                .cpuSeconds()
                .forEach(
                        (part, seconds) ->
                                used.put(
                                        part,
                                        (seconds - before.getOrDefault(part, 0.0))
                                                * 1e6
                                                / Math.max(1, result.count(wanted))));
        keep(what, wanted, result, used);
        return result;
    }

    private void keep(
            String what, int wanted, HttpLoad.Result result, Map<String, Double> cpuMicros) {
        Measured measured =
                new Measured(
                        what,
                        result.perSecond(wanted),
                        result.millis(50),
                        result.millis(99),
                        result.others(wanted),
                        cpuMicros);
        rounds.computeIfAbsent(what, _ -> new ArrayList<>()).add(measured);
    }

    private void pgbench(String what, int events, int clients)
            throws IOException, InterruptedException {
        double tps =
                pgbench.transactionsPerSecond(
                        events, clients, Duration.ofSeconds(options.seconds()));
        rounds.computeIfAbsent(what, _ -> new ArrayList<>())
                .add(new Measured(what, tps, 0, 0, 0, Map.of()));
    }

    private void count(List<String> events, HttpLoad.Result result) {
        answered.merge(
                events, new HttpCounts(0, 0).plus(result), (before, _) -> before.plus(result));
    }

    private boolean verify() throws SQLException {
        boolean isSound = true;
        for (Map.Entry<List<String>, HttpCounts> one : answered.entrySet()) {
            Verification.Found found = verification.look(one.getKey());
            HttpCounts counts = one.getValue();
            boolean agrees = found.agreesWith(counts.created(), counts.unanswered());
            System.out.printf(
                    "%d events: %d answered 201, %d rows, %d people, %d counted: %s%n",
                    one.getKey().size(),
                    counts.created(),
                    found.rows(),
                    found.people(),
                    found.counted(),
                    agrees ? "right" : "WRONG");
            isSound &= agrees;
        }
        return isSound;
    }

    private Report report() {
        return new Report(
                rounds.values().stream().map(Measured::median).toList(),
                processes.residentMegabytes());
    }
}
