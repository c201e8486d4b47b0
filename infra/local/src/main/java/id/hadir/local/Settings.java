package id.hadir.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The environment settings of a local run; {@code infra/up --help} lists them.
 *
 * @param home the folder with the unpacked programs, which a rehearsal shares with its run
 * @param data the folder of all that the run keeps; {@code home} but in a rehearsal
 */
public record Settings(
        Path project,
        Path home,
        Path data,
        Ports ports,
        String address,
        Map<String, String> environment) {

    private static final String PLAIN_PORT = "HADIR_HTTP_PORT";
    private static final String DATABASE_URL = "HADIR_DATABASE_URL";
    private static final String DATABASE_URL_FILE = "HADIR_DATABASE_URL_FILE";

    /** Ports of the gateway, of the three services behind it, of management (four in a row). */
    public record Ports(
            int gateway, int events, int attendance, int materials, int management, int postgres) {

        private static final int IN_A_ROW = 9;

        /** Free ones, below those that the system itself gives to outgoing connections. */
        static Ports free() {
            int first =
                    new Random()
                            .ints(1_000, 20_000, 30_000)
                            .filter(
                                    start ->
                                            IntStream.range(start, start + IN_A_ROW)
                                                    .allMatch(Ports::isFree))
                            .findFirst()
                            .orElseThrow();
            return new Ports(first, first + 1, first + 2, first + 3, first + 4, first + 8);
        }

        private static boolean isFree(int port) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.isBound();
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** What a rehearsal, which only this machine reaches, has no use for or must not know. */
    static final List<String> NOT_REHEARSED =
            List.of(
                    "HADIR_PUBLIC_URL",
                    "HADIR_ADMIN_PASSWORD",
                    TlsFiles.CERTIFICATE,
                    TlsFiles.KEY,
                    PLAIN_PORT,
                    DATABASE_URL,
                    DATABASE_URL_FILE);

    /** Such as SPRING_R2DBC_URL, which a service prefers to HADIR_DATABASE_HOST. */
    private static final Pattern MAY_LEAD_TO_REAL_DATA =
            Pattern.compile("(SPRING|LOGGING)[_.].*", Pattern.CASE_INSENSITIVE);

    /** The people of a rehearsal have passwords. */
    private static final Pattern OF_THE_IDENTITY_PROVIDER =
            Pattern.compile("HADIR[_.]OIDC[_.].*", Pattern.CASE_INSENSITIVE);

    static final String HELP =
            """
            Starts Hadir on this machine: PostgreSQL and the four services. Stop it with Ctrl-C.

              infra/up                 build what is older than its sources, start, stay in front
              infra/up --detach        the same, and leave it running in the background
              infra/up --demo          also load five real events, example attendees and accounts
              infra/up --database URL  use this PostgreSQL, not the embedded one (others may see
                                       URL in the list of processes while this builds:
                                       HADIR_DATABASE_URL and …_FILE below are not seen):
                                       postgresql://user:password@host:port/ (a user that may
                                       create roles and databases, or the databases hadir_gateway,
                                       hadir_events, hadir_attendance, hadir_materials of its own;
                                       the services then log in as their owner)
              infra/up --prepare       prepare quicker starts now, which a start does behind the
                                       running system, and end
              infra/up --stop          stop the one that runs
              infra/up --status        say what runs
              infra/up --help          this

            Settings, by environment:

              HADIR_PORT               8080   the address for browsers (all network interfaces)
              HADIR_ADDRESS            0.0.0.0  where that port listens; 127.0.0.1 for this machine only
              HADIR_PUBLIC_URL                address in links that are shared; http://localhost:PORT if not set
              HADIR_TLS_CERTIFICATE           PEM files: with both, browsers are served by TLS at
              HADIR_TLS_KEY                   HADIR_PORT; new ones in their place need no restart
              HADIR_HTTP_PORT                 a port without TLS that only redirects to it
              HADIR_DATABASE_URL              as --database, or in a file:
              HADIR_DATABASE_URL_FILE
              HADIR_ADMIN_PASSWORD            password of the first account, admin, of at
                                              least 8 characters; made up if not set
              HADIR_DATA               infra/var   data, logs and secrets
              HADIR_EVENTS_PORT        8081   the services behind the gateway (this machine only)
              HADIR_ATTENDANCE_PORT    8082
              HADIR_MATERIALS_PORT     8083
              HADIR_MANAGEMENT_PORT    9080   health and metrics: this and the next three
              HADIR_POSTGRES_PORT      54318  the embedded PostgreSQL (this machine only)
              HADIR_PRIVACY_CONTROLLER        who answers for attendees' data, as the form and
              HADIR_PRIVACY_CONTACT           /privasi say; where people turn to
              HADIR_PRIVACY_RETENTION  P2Y    how long after an event's end that data is kept
              HADIR_HEAP                      most heap of each service (-Xmx); 192m if not set
              HADIR_START_CACHE        on     after a build, prepare quicker starts behind the system
              JAVA_HOME                       a JDK 25; looked for when not set

            Any other HADIR_, SPRING_, SERVER_, MANAGEMENT_ or LOGGING_ setting is passed on to the
            services that have it; of the rest of the environment only what every program needs
            (PATH, HOME, TMPDIR, TZ, LANG, LC_…) and JAVA_TOOL_OPTIONS.
            """;

    static Settings from(Map<String, String> environment, Path project) {
        Path data =
                Path.of(environment.getOrDefault("HADIR_DATA", project + "/infra/var"))
                        .toAbsolutePath()
                        .normalize();
        Ports ports =
                new Ports(
                        port(environment, "HADIR_PORT", 8080),
                        port(environment, "HADIR_EVENTS_PORT", 8081),
                        port(environment, "HADIR_ATTENDANCE_PORT", 8082),
                        port(environment, "HADIR_MATERIALS_PORT", 8083),
                        port(environment, "HADIR_MANAGEMENT_PORT", 9080),
                        port(environment, "HADIR_POSTGRES_PORT", 54318));
        return new Settings(
                project,
                data,
                data,
                ports,
                environment.getOrDefault("HADIR_ADDRESS", "0.0.0.0"),
                environment);
    }

    /** The same programs and memory on other data and ports, reached from this machine only. */
    Settings rehearsal() {
        Map<String, String> kept = new HashMap<>(environment);
        kept.keySet().removeAll(NOT_REHEARSED);
        kept.keySet().removeIf(name -> MAY_LEAD_TO_REAL_DATA.matcher(name).matches());
        kept.keySet().removeIf(name -> OF_THE_IDENTITY_PROVIDER.matcher(name).matches());
        return new Settings(
                project, home, data.resolve("rehearsal"), Ports.free(), "127.0.0.1", kept);
    }

    boolean isRehearsal() {
        return !data.equals(home);
    }

    public String url() {
        return (tls().isPresent() ? "https" : "http") + "://localhost:" + ports.gateway();
    }

    Optional<TlsFiles> tls() {
        return TlsFiles.from(environment);
    }

    /** Of the second port, which has no TLS and only redirects. */
    OptionalInt plainPort() {
        if (!environment.containsKey(PLAIN_PORT)) {
            return OptionalInt.empty();
        }
        if (tls().isEmpty()) {
            throw new Trouble(
                    PLAIN_PORT + " redirects to https, and there is none",
                    "set " + TlsFiles.CERTIFICATE + " too, or leave it out");
        }
        return OptionalInt.of(port(environment, PLAIN_PORT, 0));
    }

    /** Of the operator's own PostgreSQL, where it is not named on the command line. */
    Optional<String> databaseUrl() {
        String file = environment.getOrDefault(DATABASE_URL_FILE, "").strip();
        if (file.isEmpty()) {
            return Optional.of(environment.getOrDefault(DATABASE_URL, "").strip())
                    .filter(url -> !url.isEmpty());
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new Trouble(
                    file + " cannot be read",
                    "name a file with the URL of the database in " + DATABASE_URL_FILE,
                    e);
        }
    }

    Path log(String part) {
        return data.resolve("log").resolve(part + ".log");
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, String.valueOf(otherwise));
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, as for a number out of range
        }
        throw new Trouble(name + "=" + value + " is no port", "set it to a number from 1 to 65535");
    }
}
