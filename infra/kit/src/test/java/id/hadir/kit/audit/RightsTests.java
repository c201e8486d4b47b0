package id.hadir.kit.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.kit.test.PostgresForTests;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What a start gives the service's login, whatever there was before. */
class RightsTests {

    private static final String ENTRY =
            "insert into audit_entry (actor, role, action, subject_kind) values ('a', 'b', 'c',"
                    + " 'd')";
    private static final String CHANGE = "update audit_entry set actor = 'nobody'";

    private final PostgresForTests.Database database = PostgresForTests.database("rights");

    @Test
    void aDatabaseThatHadOneRoleIsBroughtOver() throws SQLException {
        start(PostgresForTests.OWNER);
        as(PostgresForTests.OWNER, ENTRY);
        assertThatThrownBy(() -> as(PostgresForTests.LOGIN, ENTRY))
                .hasMessageContaining("permission denied");

        start(PostgresForTests.LOGIN);
        as(PostgresForTests.LOGIN, ENTRY);
        as(
                PostgresForTests.LOGIN,
                "insert into feed_entry (type, subject, data) values ('t', 's', '{}')");
        assertThatThrownBy(() -> as(PostgresForTests.LOGIN, CHANGE))
                .hasMessageContaining("permission denied");
    }

    @Test
    void withOneRoleTheTriggersHold() throws SQLException {
        start(PostgresForTests.OWNER);
        as(PostgresForTests.OWNER, ENTRY);
        assertThatThrownBy(() -> as(PostgresForTests.OWNER, CHANGE))
                .hasMessageContaining("the audit is only added to");
    }

    @Test
    void replicasMayStartAtOnce() throws Exception {
        start(PostgresForTests.LOGIN);
        int replicas = 6;
        try (ExecutorService together = Executors.newFixedThreadPool(replicas)) {
            List<Callable<Void>> starts =
                    IntStream.range(0, 5 * replicas)
                            .<Callable<Void>>mapToObj(
                                    _ ->
                                            () -> {
                                                start(PostgresForTests.LOGIN);
                                                return null;
                                            })
                            .toList();
            for (Future<Void> start : together.invokeAll(starts)) {
                assertThatCode(start::get).doesNotThrowAnyException();
            }
        }
    }

    private void start(String login) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), PostgresForTests.OWNER, PostgresForTests.PASSWORD)
                .locations("classpath:kit/db/service", "classpath:kit/db/feed")
                .placeholders(Map.of("login", login))
                .load()
                .migrate();
    }

    private void as(String role, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), role, PostgresForTests.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
