package id.hadir.attendance.privacy;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what is due, and what was done. */
@Component
public class RetentionQueries {

    private final DatabaseClient database;

    RetentionQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An event that was kept long enough.
     *
     * @param registrations that still hold a person
     */
    public record Due(UUID id, String slug, String title, Instant endedAt, int registrations) {}

    /**
     * The oldest first. An event without time and date has no end and is never due.
     *
     * @param after the last one seen, or null
     */
    Mono<List<Due>> due(Instant cutoff, @Nullable Due after, int limit) {
        return database.sql(
                        """
                        select * from (
                            select e.event_id, e.slug, e.title, e.ended_at,
                                (select count(*)::int from registration r
                                 where r.event_id = e.event_id and r.erased_at is null) as people,
                                exists (select from excuse x
                                    where x.event_id = e.event_id and x.note is not null)
                                or exists (select from answer a where a.event_id = e.event_id
                                    and num_nonnulls(a.name, a.position, a.note) > 0) as noted
                            from event e
                            where e.ended_at <= :cutoff and (e.ended_at, e.event_id) > (:end, :event)) as past
                        where people > 0 or noted
                        order by ended_at, event_id limit :limit
                        """)
                .bind("cutoff", cutoff)
                .bind("end", after == null ? Instant.EPOCH : after.endedAt())
                .bind("event", after == null ? new UUID(0, 0) : after.id())
                .bind("limit", limit)
                .map(
                        row ->
                                new Due(
                                        given(row, "event_id", UUID.class),
                                        given(row, "slug", String.class),
                                        given(row, "title", String.class),
                                        given(row, "ended_at", Instant.class),
                                        given(row, "people", Integer.class)))
                .all()
                .collectList();
    }

    /** The latest first. */
    Mono<Listing<RetentionRun>> runs(PageRequest page) {
        return database.sql(
                        """
                        select * from retention_run where started_at < :before
                        order by started_at desc limit :limit
                        """)
                .bind("before", before(page))
                .bind("limit", page.limitPlusOne())
                .map(RetentionQueries::run)
                .all()
                .collectList()
                .map(runs -> Listing.of(runs, page, run -> Cursor.of(run.startedAt().toString())));
    }

    private static Instant before(PageRequest page) {
        if (page.after() == null) {
            return Instant.parse("9999-01-01T00:00:00Z");
        }
        try {
            return Instant.parse(page.after().key(0));
        } catch (DateTimeException otherList) {
            throw Cursor.invalid();
        }
    }

    /** When nothing that was due was last left; empty before the first time. */
    Mono<Instant> lastSuccess() {
        return database.sql(
                        """
                        select finished_at from retention_run
                        where (not dry_run or registrations = 0) and failures = 0 and finished_at is not null
                        order by started_at desc limit 1
                        """)
                .mapValue(Instant.class)
                .one();
    }

    private static RetentionRun run(Readable row) {
        return new RetentionRun(
                given(row, "run_id", UUID.class),
                given(row, "started_at", Instant.class),
                given(row, "started_by", String.class),
                given(row, "dry_run", Boolean.class),
                given(row, "cutoff", Instant.class),
                row.get("finished_at", Instant.class),
                given(row, "events", Integer.class),
                given(row, "registrations", Integer.class),
                given(row, "failures", Integer.class));
    }

    private static <T> T given(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
