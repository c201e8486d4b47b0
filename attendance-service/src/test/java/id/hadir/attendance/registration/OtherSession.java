package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.PostgresForTests;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** Somebody else at the service's database, who holds locks, kills and looks. */
final class OtherSession implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection connection;
    private final Connection looker;

    private OtherSession(Connection connection, Connection looker) {
        this.connection = connection;
        this.looker = looker;
    }

    static OtherSession open(Environment environment) throws SQLException {
        PostgresForTests.Database database = PostgresForTests.of(environment);
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        return new OtherSession(connection, database.connect());
    }

    /** In the transaction that lasts until commit or rollback. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What is there for everybody to see, of a query for one value. */
    String ask(String sql) throws SQLException {
        try (Statement statement = looker.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    /** As a replica does that decides about the event's seats. */
    void lockSeatsOf(UUID event) throws SQLException {
        execute("select 1 from event_seats where event_id = '" + event + "' for update");
    }

    /** Until so many of the service's sessions wait for a lock. */
    void awaitWaiters(int count) throws SQLException, InterruptedException {
        await("select count(*) >= " + count + " from (" + WAITERS + ") as waiter");
    }

    /** Until whoever waits for a lock has given it up and waits once more, or nobody waits. */
    void awaitAnotherTry() throws SQLException, InterruptedException {
        String attempt = "coalesce(max(xact_start)::text, '') from (" + WAITERS + ") as waiter";
        await("select '" + ask("select " + attempt) + "' <> " + attempt);
    }

    private void await(String condition) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ask(condition).equals("t")) {
            assertThat(System.nanoTime()).as("waited in vain: " + condition).isLessThan(end);
            Thread.sleep(10);
        }
    }

    void killWhoWaits() throws SQLException {
        ask("select bool_and(pg_terminate_backend(pid)) from (" + WAITERS + ") as waiter");
    }

    private static final String WAITERS =
            """
            select pid, xact_start from pg_stat_activity
            where wait_event_type = 'Lock' and datname = current_database() and pid <> pg_backend_pid()
            """;

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
        looker.close();
    }
}
