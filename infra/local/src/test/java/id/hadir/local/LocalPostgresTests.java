package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTests {

    @TempDir static Path data;
    private LocalPostgres postgres;
    private Databases databases;

    @BeforeEach
    void start() throws IOException {
        Secrets secrets = new Secrets(data);
        postgres = LocalPostgres.of(settings(), secrets);
        postgres.unpackUnlessWhole();
        postgres.createUnlessThere();
        postgres.start();
        databases = new Databases(postgres.connectionUrl(), secrets);
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void confirmsOnlyWhatIsOnTheDisk() throws SQLException {
        Databases.Access access = databases.prepare(List.of("hadir_events")).getFirst();
        try (Connection connection = connect(access, "hadir_events")) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(text(connection, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(text(connection, "show server_version")).startsWith("18");
        }
    }

    @Test
    void roleReachesItsOwnDatabaseAndNoOther() throws SQLException {
        List<String> names = List.of("hadir_events", "hadir_gateway");
        Databases.Access events = databases.prepare(names).getFirst();
        databases.closeDefaultDatabases();
        connect(events, "hadir_events").close();
        for (String other : List.of("hadir_gateway", "postgres", "template1")) {
            assertThatExceptionOfType(SQLException.class)
                    .as(other)
                    .isThrownBy(() -> connect(events, other))
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void wrongPasswordIsRefused() {
        Databases.Access access = databases.prepare(List.of("hadir_events")).getFirst();
        Databases.Access guess =
                new Databases.Access(access.host(), access.port(), "", access.user(), "guess");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect(guess, "hadir_events"));
    }

    @Test
    void killedServerComesBackWithWhatItConfirmed() throws SQLException {
        Databases.Access access = databases.prepare(List.of("hadir_events")).getFirst();
        try (Connection connection = connect(access, "hadir_events");
                var statement = connection.createStatement()) {
            statement.execute("create table answered as select 42 as number");
        }
        ProcessHandle server = postgres.process().orElseThrow();
        server.destroyForcibly();
        server.onExit().join();

        postgres.start();

        databases.prepare(List.of("hadir_events"));
        try (Connection connection = connect(access, "hadir_events")) {
            assertThat(text(connection, "select number from answered")).isEqualTo("42");
        }
    }

    @Test
    void serverLeftByAKilledRunIsTakenOver() {
        long left = postgres.process().orElseThrow().pid();
        postgres.start();
        assertThat(postgres.process().orElseThrow().pid()).isNotEqualTo(left);
    }

    @Test
    void stalePidFileOfAnotherProcessDoesNotBlock() throws IOException {
        postgres.stop();
        Path pidFile = data.resolve("postgresql/data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/elsewhere\n");
        assertThat(postgres.process()).isEmpty();
        postgres.start();
        assertThat(postgres.process()).isPresent();
    }

    @Test
    void halfUnpackedProgramsAreRepaired() throws IOException {
        assertThat(postgres.unpackUnlessWhole()).isFalse();
        postgres.stop();
        Files.delete(data.resolve("postgresql/programs/bin/postgres"));
        assertThat(postgres.unpackUnlessWhole()).isTrue();
        Files.writeString(data.resolve("postgresql/programs/bin/initdb"), "half");
        assertThat(postgres.unpackUnlessWhole()).isTrue();
        postgres.start();
        assertThat(postgres.process()).isPresent();
    }

    @Test
    void interruptedCreationIsRedone() throws IOException {
        postgres.stop();
        Path cluster = data.resolve("postgresql/data");
        Path draft = data.resolve("postgresql/data.new");
        Files.move(cluster, draft);
        Files.delete(draft.resolve("PG_VERSION"));
        assertThat(postgres.createUnlessThere()).isTrue();
        postgres.start();
        assertThat(postgres.process()).isPresent();
    }

    private static Connection connect(Databases.Access access, String database)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + access.host() + ":" + access.port() + "/" + database,
                access.user(),
                access.password());
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Settings settings() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Settings.from(
                    Map.of(
                            "HADIR_DATA",
                            data.toString(),
                            "HADIR_POSTGRES_PORT",
                            "" + socket.getLocalPort()),
                    data);
        }
    }
}
