package id.hadir.kit.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL 18, one for all tests of a JVM: in a container where an engine answers, else
 * the embedded one. As the initializer of a Spring test it gives each context a fresh database, and
 * the settings that a service needs.
 */
public class PostgresForTests
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "postgres";
    private static final AtomicInteger made = new AtomicInteger();

    /** Where a database is. */
    public record Database(String host, int port, String name, String username, String password) {

        public String jdbcUrl() {
            return "jdbc:postgresql://" + host + ":" + port + "/" + name;
        }

        public Map<String, String> settings() {
            return Map.of(
                    "hadir.database.host", host,
                    "hadir.database.port", String.valueOf(port),
                    "hadir.database.name", name,
                    "hadir.database.username", username,
                    "hadir.database.password", password);
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl(), username, password);
        }
    }

    /** The server, started at first use; it ends with the JVM. */
    private static final class Server {

        static final Database ADMIN = start();

        private static Database start() {
            return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
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
                    postgres.getHost(),
                    postgres.getMappedPort(5432),
                    postgres.getDatabaseName(),
                    SUPERUSER,
                    PASSWORD);
        }

        @SuppressWarnings("resource") // ends with the JVM, by a hook of the library
        private static Database embedded() {
            try {
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "300")
                                .setPGStartupWait(Duration.ofMinutes(1))
                                .start();
                return new Database(
                        "127.0.0.1", postgres.getPort(), SUPERUSER, SUPERUSER, PASSWORD);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Makes an empty database. */
    public static Database database(String purpose) {
        Database admin = Server.ADMIN;
        String name = purpose + "_" + ProcessHandle.current().pid() + "_" + made.incrementAndGet();
        try (Connection connection = admin.connect();
                var statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\"");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Database(admin.host(), admin.port(), name, admin.username(), admin.password());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(database("test").settings())
                .and(
                        "hadir.security.jwks-uri=" + TestTokens.jwksUri(),
                        "hadir.feed.key=a-feed-key-for-tests-only",
                        "server.port=0",
                        "management.server.port=0")
                .applyTo(context);
    }
}
