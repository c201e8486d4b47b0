package id.hadir.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and the four services of one data folder, from start to stop. */
final class LocalRun {

    private static final Duration TIME_TO_BECOME_HEALTHY = Duration.ofMinutes(5);
    private static final int MOST_STARTS = 3;
    private static final Duration NOTICE_EVERY = Duration.ofSeconds(30);
    private static final String ONE_ROLE =
            "  WARN the database user may not make roles: the services own their tables, and"
                    + " nothing but triggers keeps them from changing the audit";

    private final Settings settings;
    private final Progress progress;
    private final Secrets secrets;
    private final @Nullable LocalPostgres postgres;
    private final @Nullable String databaseUrl;
    private final Guard guard;
    private final List<ServiceProcess> services = new ArrayList<>();
    private boolean stopping;

    LocalRun(Settings settings, @Nullable String databaseUrl, Progress progress) {
        this.settings = settings;
        this.databaseUrl = databaseUrl;
        this.progress = progress;
        this.secrets = new Secrets(settings.data());
        this.guard = new Guard(settings.isRehearsal() ? Guard.Signal.KILL : Guard.Signal.TERM);
        this.postgres = databaseUrl == null ? LocalPostgres.of(settings, secrets) : null;
    }

    void start() {
        forgetReady();
        new Preflight(settings).checkPorts(postgres != null);
        CompletableFuture<Void> laidOut =
                CompletableFuture.allOf(
                        Service.modules().stream()
                                .map(module -> new Application(settings, module))
                                .map(
                                        application ->
                                                CompletableFuture.runAsync(
                                                        application::layOutUnlessDone))
                                .toArray(CompletableFuture[]::new));
        startPostgres();
        List<Databases.Access> databases = prepareDatabases();
        join(laidOut);
        startServices(Service.all(settings, secrets, databases));
        awaitHealth();
        writeReady();
    }

    /** Services first, so that none of them loses its database under its feet. */
    synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        long since = System.nanoTime();
        forgetReady();
        services.parallelStream().forEach(ServiceProcess::stop);
        if (postgres != null) {
            postgres.stop();
        }
        guard.close();
        progress.done("Hadir", "stopped", since);
    }

    /** The end of a rehearsal: what is not written by now is not wanted. */
    synchronized void abandon() {
        services.forEach(ServiceProcess::kill);
        stop();
    }

    List<ServiceProcess> services() {
        return services;
    }

    Optional<LocalPostgres> postgres() {
        return Optional.ofNullable(postgres);
    }

    static Path ready(Settings settings) {
        return settings.data().resolve("run").resolve("ready");
    }

    /** Starts one again; nothing happens once the run is being stopped. */
    synchronized void again(Runnable start) {
        if (!stopping) {
            start.run();
            watch();
        }
    }

    private void startPostgres() {
        if (postgres == null) {
            return;
        }
        long since = System.nanoTime();
        if (postgres.unpackUnlessWhole()) {
            progress.done("PostgreSQL 18", "unpacked", since);
        }
        since = System.nanoTime();
        boolean created = postgres.createUnlessThere();
        again(postgres::start);
        String what = created ? "new, " : "";
        progress.done(
                "PostgreSQL 18", what + "ready on port " + settings.ports().postgres(), since);
    }

    private List<Databases.Access> prepareDatabases() {
        long since = System.nanoTime();
        String url = postgres == null ? databaseUrl : postgres.connectionUrl();
        Databases databases = new Databases(String.valueOf(url), secrets);
        List<Databases.Access> accesses = databases.prepare(Service.databases());
        if (postgres != null) {
            databases.closeDefaultDatabases();
        }
        progress.done("databases", "one for each service", since);
        if (accesses.stream().anyMatch(Databases.Access::hasOneRole)) {
            progress.say(ONE_ROLE);
        }
        return accesses;
    }

    private void startServices(List<Service> all) {
        for (Service service : all) {
            ServiceProcess process = new ServiceProcess(service, settings);
            again(
                    () -> {
                        process.start();
                        services.add(process);
                    });
        }
    }

    private void awaitHealth() {
        long since = System.nanoTime();
        long notice = since;
        List<ServiceProcess> waiting = new ArrayList<>(services);
        while (!waiting.isEmpty() && !isStopping()) {
            for (ServiceProcess process : List.copyOf(waiting)) {
                if (process.health() == Health.HEALTHY) {
                    waiting.remove(process);
                    progress.done(process.name(), "healthy on port " + process.port(), since);
                    if (process.dropRefusedCache()) {
                        progress.say(
                                "  %s refused its start cache, which is made anew"
                                        .formatted(process.name()));
                    }
                } else if (!process.isAlive()) {
                    startAgain(process);
                }
            }
            long now = System.nanoTime();
            if (now - since > TIME_TO_BECOME_HEALTHY.toNanos()) {
                refuseBroken(waiting);
                return;
            }
            if (now - notice > NOTICE_EVERY.toNanos()) {
                notice = now;
                waiting.forEach(
                        process -> progress.done(process.name(), process.health().words(), since));
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** Who catches up may go on with that after the start; who is not healthy by now is broken. */
    private static void refuseBroken(List<ServiceProcess> waiting) {
        for (ServiceProcess process : waiting) {
            if (process.health() == Health.NOT_HEALTHY) {
                throw new Trouble(
                        process.name() + " does not become healthy",
                        "the reason may stand in " + process.log());
            }
        }
    }

    /** On a machine that is overloaded, the first try may run into a time-out. */
    private void startAgain(ServiceProcess process) {
        if (process.starts() == MOST_STARTS) {
            throw new Trouble(
                    process.name() + " ended while it started, " + MOST_STARTS + " times",
                    "the reason is at the end of " + process.log());
        }
        again(
                () -> {
                    progress.say("  " + process.name() + " ended while it started; trying again");
                    process.start();
                });
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void watch() {
        Stream<Long> servicePids = services.stream().map(ServiceProcess::pid);
        Stream<Long> postgresPid =
                Stream.ofNullable(postgres)
                        .flatMap(server -> server.process().stream())
                        .map(ProcessHandle::pid);
        guard.watch(Stream.concat(servicePids, postgresPid).toList());
    }

    private void writeReady() {
        try {
            Files.writeString(ready(settings), settings.url() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetReady() {
        try {
            Files.deleteIfExists(ready(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(CompletableFuture<Void> future) {
        try {
            future.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : e;
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
