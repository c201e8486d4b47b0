package id.hadir.load;

import id.hadir.load.http.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the command was asked for.
 *
 * @param url of the gateway
 * @param attendancePort of attendance-service itself
 * @param eventsPort of events-service itself
 * @param data folder of the run
 * @param seconds of each measure in each round
 * @param warmUp seconds of load before the first round
 * @param crowd connections of those who do not care that the system is overloaded
 * @param people and how many seconds they arrive over, for the opening of an event
 * @param peerJar the textbook peer, ready to run
 * @param peerPort of the peer; the second gateway, its management and the catcher take the next
 *     three
 * @param json where the tables are written to
 * @param scenarios names of those to run
 */
record Options(
        String url,
        int attendancePort,
        int eventsPort,
        Path data,
        int postgresPort,
        int seconds,
        int rounds,
        int connections,
        int warmUp,
        int crowd,
        int people,
        int over,
        Path peerJar,
        int peerPort,
        Path json,
        List<String> scenarios) {

    static final List<String> ALL =
            List.of("comparison", "million", "overload", "rush", "planning", "cold");

    static Options of(String... arguments) {
        Map<String, String> given = new TreeMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            given.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        List<String> asked =
                ALL.stream().filter(scenario -> given.remove("--" + scenario) != null).toList();
        boolean all = given.remove("--all") != null;
        Options options =
                new Options(
                        take(given, "--url", "http://127.0.0.1:8080"),
                        number(given, "--attendance-port", 8082),
                        number(given, "--events-port", 8081),
                        Path.of(take(given, "--data", "infra/var")).toAbsolutePath(),
                        number(given, "--postgres-port", 54318),
                        number(given, "--seconds", 8),
                        number(given, "--rounds", 3),
                        number(given, "--connections", 64),
                        number(given, "--warm-up", 40),
                        number(given, "--crowd", 2000),
                        number(given, "--people", 3000),
                        number(given, "--over", 60),
                        Path.of(take(given, "--peer", "infra/load/peer/target/load-peer.jar")),
                        number(given, "--peer-port", 28090),
                        Path.of(take(given, "--json", "infra/load/target/bench.json")),
                        all ? ALL : asked.isEmpty() ? ALL.subList(0, 1) : asked);
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown "
                            + String.join(" ", given.keySet())
                            + ": see infra/load/bench --help");
        }
        return options;
    }

    /** What must be told beside every figure. */
    String conditions() {
        return "%d round(s) of %d s each, %d connections, after %d s of warming up; %d processors, which the load itself shares."
                .formatted(
                        rounds,
                        seconds,
                        connections,
                        warmUp,
                        Runtime.getRuntime().availableProcessors());
    }

    Target gateway() {
        return Target.of(url);
    }

    String secret(String name) throws IOException {
        return Files.readString(data.resolve("secrets").resolve(name)).strip();
    }

    Database database(String name) throws IOException {
        return new Database(postgresPort, name, "postgres", secret("postgres-password"));
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Integer.parseInt(take(given, name, "" + otherwise));
    }

    private static String take(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }
}
