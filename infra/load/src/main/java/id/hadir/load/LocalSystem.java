package id.hadir.load;

import id.hadir.load.http.Connection;
import id.hadir.load.http.Target;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The system of this run as infra/up starts and stops it, on the same data each time. */
record LocalSystem(Path data, Target gateway) {

    private static final List<String> MODULES =
            List.of("gateway", "events-service", "attendance-service", "materials-service");
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration CACHES = Duration.ofMinutes(20);

    /**
     * Comes back when the gateway says that all is up, which is before infra/up does.
     *
     * @param cache whether the caches that make starts quicker may be made, where they are missing
     */
    void start(boolean cache) throws IOException, InterruptedException {
        ProcessBuilder up = up("--detach");
        up.environment().put("HADIR_START_CACHE", cache ? "on" : "off");
        up.start();
        long end = System.nanoTime() + START.toNanos();
        while (!isUp()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the system does not start: see " + log());
            }
            Thread.sleep(20);
        }
    }

    void stop() throws IOException, InterruptedException {
        up("--stop").start().waitFor();
    }

    /** Whether each program has its cache beside it. */
    boolean hasCaches() throws IOException {
        for (String module : MODULES) {
            try (DirectoryStream<Path> caches =
                    Files.newDirectoryStream(data.resolve("programs/" + module), "*.aot")) {
                if (!caches.iterator().hasNext()) {
                    return false;
                }
            }
        }
        return true;
    }

    void awaitCaches() throws IOException, InterruptedException {
        long end = System.nanoTime() + CACHES.toNanos();
        while (!hasCaches()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the start caches are not made: see " + data);
            }
            Thread.sleep(1000);
        }
    }

    private ProcessBuilder up(String argument) {
        return new ProcessBuilder("infra/up", argument)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    private Path log() {
        return data.resolve("restarts.log");
    }

    private boolean isUp() {
        try (Connection connection = new Connection(gateway.server())) {
            return connection.exchange(gateway.get("/health")).text().contains("\"up\"");
        } catch (IOException notYet) {
            return false;
        }
    }
}
