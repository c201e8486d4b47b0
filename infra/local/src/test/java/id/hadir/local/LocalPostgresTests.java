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
import java.sql.Statement;
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
        try (Connection connection = connect(access.service(), "hadir_events")) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(text(connection, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(text(connection, "show server_version")).startsWith("18");
        }
    }

    @Test
    void rolesReachTheirOwnDatabaseAndNoOther() throws SQLException {
        List<String> names = List.of("hadir_events", "hadir_gateway");
        Databases.Access events = databases.prepare(names).getFirst();
        databases.closeDefaultDatabases();
        for (Databases.Login login : List.of(events.owner(), events.service())) {
            connect(login, "hadir_events").close();
            for (String other : List.of("hadir_gateway", "postgres", "template1")) {
                assertThatExceptionOfType(SQLException.class)
                        .as(login.user() + " in " + other)
                        .isThrownBy(() -> connect(login, other))
                        .withMessageContaining("permission denied");
            }
        }
    }

    @Test
    void serviceLogsInAsOneWhoMayChangeNoTable() throws SQLException {
        Databases.Access access = databases.prepare(List.of("hadir_events")).getFirst();
        execute(access.owner(), "hadir_events", "create table if not exists kept (number int)");
        for (String change :
                List.of(
                        "create table another (number int)",
                        "create temporary table passing (number int)",
                        "alter table kept disable trigger all",
                        "drop table kept",
                        "set role hadir_events")) {
            assertThatExceptionOfType(SQLException.class)
                    .as(change)
                    .isThrownBy(() -> execute(access.service(), "hadir_events", change));
        }
        assertThat(access.hasOneRole()).isFalse();
    }

    /** As the launcher made it before there were two. */
    @Test
    void databaseWithOneRoleKeepsItAsItsOwnerAndGetsAnotherForTheService() throws SQLException {
        String password = new Secrets(data).findOrMake("database-hadir_old");
        Databases.Login old = new Databases.Login("hadir_old", password);
        superuser(
                "create role hadir_old login password '%s'".formatted(password),
                "create database hadir_old owner hadir_old",
                "revoke all on database hadir_old from public");
        execute(old, "hadir_old", "create table answered as select 42 as number");

        Databases.Access access = databases.prepare(List.of("hadir_old")).getFirst();

        assertThat(access.owner()).isEqualTo(old);
        try (Connection connection = connect(access.owner(), "hadir_old")) {
            assertThat(text(connection, "select number from answered")).isEqualTo("42");
        }
        connect(access.service(), "hadir_old").close();
    }

    @Test
    void userWhoMayNotMakeRolesIsOwnerAndServiceInOne() throws SQLException {
        superuser(
                "create role plain login password 'plain'",
                "grant connect on database postgres to plain");
        String url = postgres.connectionUrl().replaceFirst("//.*@", "//plain:plain@");
        Databases.Access access =
                new Databases(url, new Secrets(data)).prepare(List.of("theirs")).getFirst();
        assertThat(access.hasOneRole()).isTrue();
        assertThat(access.service()).isEqualTo(new Databases.Login("plain", "plain"));
    }

    /** Its detail names the row's values: persons, numbers and tickets. */
    @Test
    void whatCannotBeStoredIsNotToldToTheLog() throws SQLException, IOException {
        Databases.Access access = databases.prepare(List.of("hadir_events")).getFirst();
        execute(
                access.owner(),
                "hadir_events",
                "create table person (nip text constraint one_person unique)");
        String second = "insert into person select repeat('197805', 3) from generate_series(1, 2)";
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(access.owner(), "hadir_events", second))
                .withMessageContaining("197805197805197805");
        assertThat(data.resolve("log/postgresql.log"))
                .content()
                .contains("one_person")
                .doesNotContain("197805197805197805");
    }

    @Test
    void wrongPasswordIsRefused() {
        Databases.Access access = databases.prepare(List.of("hadir_events")).getFirst();
        Databases.Login guess = new Databases.Login(access.service().user(), "guess");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect(guess, "hadir_events"));
    }

    @Test
    void killedServerComesBackWithWhatItConfirmed() throws SQLException {
        Databases.Access access = databases.prepare(List.of("hadir_events")).getFirst();
        execute(access.owner(), "hadir_events", "create table answered as select 42 as number");
        ProcessHandle server = postgres.process().orElseThrow();
        server.destroyForcibly();
        server.onExit().join();

        postgres.start();

        databases.prepare(List.of("hadir_events"));
        try (Connection connection = connect(access.owner(), "hadir_events")) {
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

    private Connection connect(Databases.Login login, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql:" + postgres.connectionUrl().replaceFirst(".*@", "//") + database,
                login.user(),
                login.password());
    }

    private void execute(Databases.Login login, String database, String... statements)
            throws SQLException {
        try (Connection connection = connect(login, database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void superuser(String... statements) throws SQLException {
        String password = new Secrets(data).findOrMake("postgres-password");
        execute(new Databases.Login("postgres", password), "postgres", statements);
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
