package id.hadir.attendance.privacy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the log of the runs. */
@Component
class RetentionStore {

    private final DatabaseClient database;

    RetentionStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param night which the job has to itself; null for a run that somebody asked for
     * @return whether it may go on; false when another replica has this night
     */
    Mono<Boolean> start(RetentionRun run, @Nullable LocalDate night) {
        DatabaseClient.GenericExecuteSpec insert =
                database.sql(
                                """
                                insert into retention_run (run_id, night, started_at, started_by, dry_run, cutoff)
                                values (:id, :night, :at, :by, :dry, :cutoff) on conflict (night) do nothing
                                """)
                        .bind("id", run.id())
                        .bind("at", run.startedAt())
                        .bind("by", run.startedBy())
                        .bind("dry", run.dryRun())
                        .bind("cutoff", run.cutoff());
        return (night == null
                        ? insert.bindNull("night", LocalDate.class)
                        : insert.bind("night", night))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether anybody has erased by hand what was kept long enough. */
    Mono<Boolean> isBegun() {
        return database.sql(
                        """
                        select exists (
                            select from retention_run where night is null and not dry_run and finished_at is not null)
                        """)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> finish(RetentionRun run, Instant now) {
        return database.sql(
                        """
                        update retention_run set finished_at = :now, events = :events,
                            registrations = :registrations, failures = :failures
                        where run_id = :id
                        """)
                .bind("id", run.id())
                .bind("now", now)
                .bind("events", run.events())
                .bind("registrations", run.registrations())
                .bind("failures", run.failures())
                .fetch()
                .rowsUpdated()
                .then();
    }
}
