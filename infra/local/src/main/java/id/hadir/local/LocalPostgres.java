package id.hadir.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server on this machine whose data outlive the run. What it confirms is on the disk:
 * fsync and synchronous_commit are on. It runs in a session of its own, so that a Ctrl-C in the
 * terminal does not reach it before the services have ended.
 */
public final class LocalPostgres {

    static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "postgres-password";

    private static final List<String> SERVER_SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=100",
                    "shared_buffers=256MB",
                    "max_wal_size=2GB",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_min_duration_statement=1000",
                    // parameters are names, numbers and ticket codes, and have no place in a log
                    // an error's detail tells the values of the row
                    "log_error_verbosity=terse",
                    "log_parameter_max_length=0",
                    "log_parameter_max_length_on_error=0");

    private final PostgresBinaries binaries;
    private final Path cluster;
    private final Path log;
    private final int port;
    private final Secrets secrets;

    static LocalPostgres of(Settings settings, Secrets secrets) {
        return new LocalPostgres(
                PostgresBinaries.under(settings.home()),
                settings.data(),
                settings.ports().postgres(),
                secrets);
    }

    private LocalPostgres(PostgresBinaries binaries, Path data, int port, Secrets secrets) {
        this.binaries = binaries;
        this.cluster = data.resolve("postgresql").resolve("data");
        this.log = data.resolve("log").resolve("postgresql.log");
        this.port = port;
        this.secrets = secrets;
    }

    boolean unpackUnlessWhole() {
        return binaries.unpackUnlessWhole();
    }

    /** Makes the empty cluster; true when there was none. An interrupted earlier try is redone. */
    boolean createUnlessThere() {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return false;
        }
        Path draft = cluster.resolveSibling("data.new");
        try {
            PostgresBinaries.delete(draft);
            Files.createDirectories(cluster.getParent());
            secrets.findOrMake(PASSWORD);
            run(
                    Duration.ofMinutes(2),
                    List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + draft,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + secrets.file(PASSWORD),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8"));
            Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new Trouble(
                    "PostgreSQL's data folder " + cluster + " could not be made",
                    "look for space and write permission there (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Starts the server and waits until it has recovered and takes connections. */
    public void start() {
        endLeftover();
        List<String> options = new ArrayList<>(List.of("-p " + port));
        SERVER_SETTINGS.forEach(setting -> options.add("-c " + setting));
        run(
                Duration.ofMinutes(5),
                List.of(
                        binaries.program("pg_ctl").toString(),
                        "start",
                        "--pgdata=" + cluster,
                        "--log=" + log,
                        "--wait",
                        "--timeout=280",
                        "--options=" + String.join(" ", options)));
    }

    /** Ends the server; what is committed is on the disk already, so a hard end loses nothing. */
    public void stop() {
        if (process().isEmpty()) {
            return;
        }
        run(
                Duration.ofMinutes(1),
                List.of(
                        binaries.program("pg_ctl").toString(),
                        "stop",
                        "--pgdata=" + cluster,
                        "--mode=fast",
                        "--wait",
                        "--timeout=50"));
    }

    /** The running server of this data folder, also one that an earlier, killed run has left. */
    public Optional<ProcessHandle> process() {
        Path pidFile = cluster.resolve("postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
        } catch (IOException | NumberFormatException | java.util.NoSuchElementException e) {
            return Optional.empty();
        }
    }

    String connectionUrl() {
        String password = secrets.findOrMake(PASSWORD);
        return "postgresql://" + SUPERUSER + ":" + password + "@127.0.0.1:" + port + "/";
    }

    /**
     * The pid in a stale postmaster.pid may belong to somebody else by now; PostgreSQL would then
     * refuse to start, so that file is removed here.
     */
    private void endLeftover() {
        if (process().isPresent()) {
            stop();
            return;
        }
        try {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new Trouble(
                    cluster + "/postmaster.pid cannot be removed", "remove it by hand", e);
        }
    }

    private boolean isOurs(ProcessHandle found) {
        return found.info()
                .commandLine()
                .map(line -> line.contains(cluster.toString()))
                .orElse(false);
    }

    /** PostgreSQL refuses to run as root: there it gets a user namespace without root. */
    private void run(Duration patience, List<String> command) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "--user"));
        }
        words.addAll(command);
        String program = Path.of(command.getFirst()).getFileName().toString();
        try {
            Path output = log.resolveSibling(program + ".log");
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(words);
            builder.environment().clear();
            builder.environment().putAll(Inherited.byAProgram(System.getenv()));
            Process process =
                    builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Trouble(program + " did not end in time", "see " + log);
            }
            if (process.exitValue() != 0) {
                String said = Files.readString(output, StandardCharsets.UTF_8).strip();
                throw new Trouble(
                        program + " failed (" + lastLine(said) + ")",
                        "see " + log + " and " + output.getFileName());
            }
        } catch (IOException e) {
            throw new Trouble(program + " cannot be run", String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(program + " was interrupted", "start again", e);
        }
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
