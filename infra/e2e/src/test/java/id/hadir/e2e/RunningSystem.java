package id.hadir.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hadir as infra/up starts it, with data that are thrown away and ports that are free: one for all
 * tests, started when the first of them asks, ended with the JVM. While writing tests, set
 * HADIR_E2E_DATA to the data folder of a system that runs already: that saves its start.
 */
final class RunningSystem {

    private static final Path PROJECT = Path.of(System.getProperty("hadir.project"));
    private static final Optional<Path> GIVEN =
            Optional.ofNullable(System.getenv("HADIR_E2E_DATA")).map(Path::of);
    private static final Path DATA = GIVEN.orElse(PROJECT.resolve("infra/e2e/target/run"));
    private static final Duration TIME_TO_START = Duration.ofMinutes(6);

    private final int firstPort = freePorts();
    private @Nullable Process launcher;

    private RunningSystem() {
        if (GIVEN.isEmpty()) {
            deleteData();
            launcher = launch();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            awaitReady();
        }
    }

    private static final class Holder {
        static final RunningSystem SYSTEM = new RunningSystem();
    }

    static RunningSystem get() {
        return Holder.SYSTEM;
    }

    String url() {
        return GIVEN.isEmpty()
                ? "http://localhost:" + firstPort
                : read(DATA.resolve("run/ready")).strip();
    }

    /** Of the gateway, events-, attendance- and materials-service, in this order. */
    int managementPort(int service) {
        return (GIVEN.isEmpty() ? firstPort + 5 : 9080) + service;
    }

    /** False for one that ran before. */
    static boolean isOurs() {
        return GIVEN.isEmpty();
    }

    /** Where a Keycloak may start; until then the gateway has a provider that does not answer. */
    int keycloakPort() {
        return firstPort + 9;
    }

    /** What that service tells Prometheus. */
    String metrics(int service) {
        URI address =
                URI.create("http://127.0.0.1:" + managementPort(service) + "/actuator/prometheus");
        try (InputStream metrics = address.toURL().openStream()) {
            return new String(metrics.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all its processes. */
    Path logs() {
        return DATA.resolve("log");
    }

    String adminPassword() {
        return read(DATA.resolve("secrets/admin-password")).strip();
    }

    /** Ends the process at once, as a crash does. */
    void killProcess(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    long pidOf(String service) {
        return Long.parseLong(read(DATA.resolve("run/" + service + ".pid")).split(" ")[0]);
    }

    long pidOfPostgres() {
        return Long.parseLong(
                read(DATA.resolve("postgresql/data/postmaster.pid")).split("\n")[0].strip());
    }

    /** Kills the launcher itself and starts it again on the same data. */
    void killLauncherAndStartAgain() {
        killProcess(pidOf("launcher"));
        launcher = launch();
        awaitReady();
    }

    static void await(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + patience + " in vain: " + what);
            }
            sleep();
        }
    }

    private Process launch() {
        Path jar = PROJECT.resolve("infra/local/target/local-0.1.0-SNAPSHOT.jar");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(
                        java, "-Xmx256m", "-Dhadir.project=" + PROJECT, "-jar", jar.toString());
        var environment = builder.environment();
        List<String> settings =
                List.of(
                        "HADIR_PORT",
                        "HADIR_EVENTS_PORT",
                        "HADIR_ATTENDANCE_PORT",
                        "HADIR_MATERIALS_PORT",
                        "HADIR_POSTGRES_PORT",
                        "HADIR_MANAGEMENT_PORT");
        for (int i = 0; i < settings.size(); i++) {
            environment.put(settings.get(i), String.valueOf(firstPort + i));
        }
        environment.put("HADIR_DATA", DATA.toString());
        environment.put("HADIR_ADDRESS", "127.0.0.1");
        environment.put("HADIR_START_CACHE", "off");
        environment.putAll(Keycloak.settings(keycloakPort()));
        // the real events of the demo are older than the retention: no night is to erase their
        // people
        environment.put("HADIR_PRIVACY_JOB", "-");
        environment.remove("HADIR_ADMIN_PASSWORD");
        try {
            Files.createDirectories(DATA);
            builder.redirectErrorStream(true);
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(DATA.resolve("launcher.log").toFile()));
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Path ready = DATA.resolve("run/ready");
        await(
                "the system to be ready",
                TIME_TO_START,
                () -> {
                    if (launcher != null && !launcher.isAlive()) {
                        throw new AssertionError(
                                "the system did not start:\n" + read(DATA.resolve("launcher.log")));
                    }
                    return Files.exists(ready) && read(ready).contains(url());
                });
    }

    private void stop() {
        Process running = Objects.requireNonNull(launcher);
        running.destroy();
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A file of the project, by its path. */
    static Path file(String path) {
        return PROJECT.resolve(path);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the ports that the system itself gives to outgoing connections. */
    private static int freePorts() {
        Random random = new Random();
        return IntStream.generate(() -> 20_000 + random.nextInt(10_000))
                .limit(1_000)
                .filter(first -> IntStream.range(first, first + 10).allMatch(RunningSystem::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void deleteData() {
        if (!Files.exists(DATA)) {
            return;
        }
        try (Stream<Path> all = Files.walk(DATA)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
