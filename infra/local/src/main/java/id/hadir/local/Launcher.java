package id.hadir.local;

import id.hadir.local.api.Api;
import id.hadir.local.demo.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The program behind {@code infra/up}. */
public final class Launcher {

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(90);

    private final Settings settings;
    private final Command command;
    private final Progress progress = new Progress(System.out);

    private Launcher(Settings settings, Command command) {
        this.settings = settings;
        this.command = command;
    }

    public static void main(String[] arguments) {
        try {
            Path project = Path.of(System.getProperty("hadir.project", ".")).toAbsolutePath();
            Settings settings = Settings.from(System.getenv(), project.normalize());
            Command command = Command.parse(List.of(arguments));
            System.exit(new Launcher(settings, command).perform());
        } catch (Trouble trouble) {
            System.err.println("infra/up: " + trouble.getMessage());
            System.exit(1);
        }
    }

    private int perform() {
        return switch (command.action()) {
            case HELP -> {
                progress.say(Settings.HELP);
                yield 0;
            }
            case STOP -> stop();
            case STATUS -> status();
            case START -> start();
            case PREPARE -> prepare();
            case REHEARSE -> rehearse();
        };
    }

    private int start() {
        long since = System.nanoTime();
        Preflight preflight = new Preflight(settings);
        preflight.checkFolder();
        preflight.checkBuilt();
        preflight.checkTls(Instant.now());
        RunLock lock = new RunLock(settings);
        if (!lock.take(settings)) {
            if (command.demo() && Files.exists(LocalRun.ready(settings))) {
                loadDemo();
                return 0;
            }
            throw new Trouble(
                    "Hadir runs already at " + settings.url() + pid(),
                    "infra/up --stop ends it, infra/up --status shows it");
        }
        Secrets secrets = new Secrets(settings.data());
        Optional<String> newPassword = AdminPassword.prepare(secrets, settings.environment());
        LocalRun run = new LocalRun(settings, databaseUrl(), progress);
        Preparation preparation = new Preparation(settings, progress);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(run, preparation, lock), "stop"));
        progress.say("Hadir starts, with its data in " + settings.data());
        endLeftovers();
        run.start();
        progress.done("Hadir", "ready at " + settings.url(), since);
        newPassword.ifPresent(
                password ->
                        progress.say(
                                "\n  first account: admin, password: %s (kept in %s)"
                                        .formatted(
                                                password,
                                                settings.data()
                                                        .resolve("secrets/admin-password"))));
        if (command.demo()) {
            tryDemo();
        }
        progress.say("\n  stop with Ctrl-C here, or infra/up --stop\n");
        preparation.startWhereWanted();
        new Supervisor(run, progress).watch();
        return 0;
    }

    private @Nullable String databaseUrl() {
        return command.databaseUrl() == null
                ? settings.databaseUrl().orElse(null)
                : command.databaseUrl();
    }

    private void stop(LocalRun run, Preparation preparation, RunLock lock) {
        preparation.stop();
        run.stop();
        preparation.awaitEnd();
        lock.release(settings);
    }

    /** Nothing runs on the data folder meanwhile, so that the programs may be laid out anew. */
    private int prepare() {
        Preflight preflight = new Preflight(settings);
        preflight.checkFolder();
        preflight.checkBuilt();
        RunLock lock = new RunLock(settings);
        if (!lock.take(settings)) {
            throw new Trouble(
                    "Hadir runs at " + settings.url() + pid(), "it prepares quicker starts itself");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> lock.release(settings), "release"));
        endLeftovers();
        Service.modules().forEach(module -> new Application(settings, module).layOutUnlessDone());
        if (!Rehearsal.isWanted(settings)) {
            progress.say("quicker starts are prepared");
            return 0;
        }
        return rehearse();
    }

    private int rehearse() {
        long since = System.nanoTime();
        new Rehearsal(settings, new Opening(progress), progress).perform();
        progress.done("quicker starts", "prepared for the next one", since);
        return 0;
    }

    /** The system is up: a demo that fails is told, and may be tried again. */
    private void tryDemo() {
        try {
            loadDemo();
        } catch (Trouble trouble) {
            progress.say("infra/up: " + trouble.getMessage());
        }
    }

    private void loadDemo() {
        Secrets secrets = new Secrets(settings.data());
        String password =
                Optional.ofNullable(settings.environment().get("HADIR_ADMIN_PASSWORD"))
                        .or(() -> secrets.find(AdminPassword.FILE))
                        .orElseThrow();
        Api anyone =
                settings.tls()
                        .map(tls -> Api.asAnyone(settings.url(), tls.firstCertificate()))
                        .orElseGet(() -> Api.asAnyone(settings.url()));
        new Demo(anyone, secrets, progress, Clock.systemUTC()).load(password);
    }

    private int stop() {
        Optional<ProcessHandle> launcher = RunLock.holder(settings);
        if (launcher.isEmpty()) {
            if (!endLeftovers()) {
                progress.say("Hadir does not run");
            }
            return 0;
        }
        long since = System.nanoTime();
        PidFile.end(launcher.get(), TIME_TO_STOP);
        progress.done("Hadir", "stopped", since);
        return 0;
    }

    /** True when there was something. */
    private boolean endLeftovers() {
        boolean wasSomething = Leftovers.endAll(settings) > 0;
        if (wasSomething) {
            progress.say("an earlier run was killed: ended its rest");
        }
        return wasSomething;
    }

    private int status() {
        Optional<ProcessHandle> launcher = RunLock.holder(settings);
        if (launcher.isEmpty()) {
            progress.say("Hadir does not run");
            return 3;
        }
        progress.say("Hadir runs at " + settings.url() + pid());
        boolean healthy = true;
        for (int i = 0; i < Service.modules().size(); i++) {
            Health health = Health.ask(settings.ports().management() + i);
            healthy &= health == Health.HEALTHY;
            progress.say("  %-20s %s".formatted(Service.modules().get(i), health.words()));
        }
        return healthy ? 0 : 1;
    }

    private String pid() {
        return RunLock.holder(settings).map(found -> " (pid " + found.pid() + ")").orElse("");
    }
}
