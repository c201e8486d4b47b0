package id.hadir.kit.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL 18, one for all tests of a JVM: in a container where an engine answers, else
 * the embedded one. As the initializer of a Spring test it gives each context a fresh database with
 * the two roles of a run, and the settings that a service needs.
 */
public class PostgresForTests
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Who owns the tables of each database, as in a run. */
    public static final String OWNER = "hadir_owner";

    /** Who a service logs in as. */
    public static final String LOGIN = "hadir_login";

    public static final String PASSWORD = "postgres";

    private static final String SUPERUSER = "postgres";
    private static final AtomicInteger made = new AtomicInteger();

    /** Where a database is. */
    public record Database(String host, int port, String name) {

        public String jdbcUrl() {
            return "jdbc:postgresql://" + host + ":" + port + "/" + name;
        }

        public Map<String, String> settings() {
            return Map.of(
                    "hadir.database.host", host,
                    "hadir.database.port", String.valueOf(port),
                    "hadir.database.name", name,
                    "hadir.database.username", LOGIN,
                    "hadir.database.password", PASSWORD,
                    "hadir.database.owner.username", OWNER,
                    "hadir.database.owner.password", PASSWORD);
        }

        /** As the superuser, who may do what no service may. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl(), SUPERUSER, PASSWORD);
        }

        /** As the superuser. */
        public void execute(String... statements) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** The server, started at first use; it ends with the JVM. */
    private static final class Server {

        static final Database ADMIN = start();

        private static Database start() {
            Database server =
                    DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
            for (String role : List.of(OWNER, LOGIN)) {
                server.execute("create role %s login password '%s'".formatted(role, PASSWORD));
            }
            return server;
        }

        @SuppressWarnings("resource") // ends with the JVM
        private static Database container() {
            PostgreSQLContainer postgres =
                    new PostgreSQLContainer("postgres:18")
                            .withUsername(SUPERUSER)
                            .withPassword(PASSWORD)
                            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300")
                            .withStartupTimeout(Duration.ofMinutes(2));
            postgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
            return new Database(
                    postgres.getHost(), postgres.getMappedPort(5432), postgres.getDatabaseName());
        }

        @SuppressWarnings("resource") // ends with the JVM, by a hook of the library
        private static Database embedded() {
            try {
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "300")
                                .setPGStartupWait(Duration.ofMinutes(1))
                                .start();
                return new Database("127.0.0.1", postgres.getPort(), SUPERUSER);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Makes an empty database. */
    public static Database database(String purpose) {
        Database admin = Server.ADMIN;
        String name = purpose + "_" + ProcessHandle.current().pid() + "_" + made.incrementAndGet();
        admin.execute(
                "create database %s owner %s".formatted(name, OWNER),
                "revoke all on database %s from public".formatted(name),
                "grant connect on database %s to %s".formatted(name, LOGIN));
        return new Database(admin.host(), admin.port(), name);
    }

    /** The database of a service that runs in a test. */
    public static Database of(Environment service) {
        return new Database(
                service.getRequiredProperty("hadir.database.host"),
                service.getRequiredProperty("hadir.database.port", Integer.class),
                service.getRequiredProperty("hadir.database.name"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(database("test").settings())
                .and(
                        "hadir.security.jwks-uri=" + TestTokens.jwksUri(),
                        "hadir.feed.key=a-feed-key-for-tests-only",
                        "hadir.audit.seal-every=1d", // a test seals when it wants to
                        "server.port=0",
                        "management.server.port=0")
                .applyTo(context);
    }
}
