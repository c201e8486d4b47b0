package id.hadir.attendance.answer;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what all invited offices of an event answered. */
@Component
class OverviewQueries {

    /** All states, those of {@link AnswerState} and {@code late}, which cuts across them. */
    static final String ALL = "";

    static final String LATE = "late";

    /**
     * The last word counts, and a registration is one: that somebody comes, or where all of the
     * office sit in for others, that it sends somebody. An excuse that the desk wrote down is the
     * word of an office that said nothing else.
     */
    private static final String STATED =
            """
            with seated as (
                select unit_id, count(*)::int as registered, min(registered_at) as first_at,
                    max(registered_at) as last_at, bool_and(representing) as all_represent
                from registration where event_id = :event and active and unit_id is not null
                group by unit_id),
            stated as (
                select u.unit_id, u.name as unit_name, u.kind, u.region_code, i.seats, i.answer_by,
                    coalesce(i.position, u.head_title, u.name) as addressee,
                    case
                        when a.answered_at >= coalesce(s.last_at, a.answered_at) then a.answer
                        when s.all_represent then 'sending'
                        when s.registered > 0 then 'coming'
                        when x.unit_id is not null then 'excused'
                        else 'silent' end as state,
                    a.name, a.position, coalesce(a.reason, x.reason) as reason, coalesce(a.note, x.note) as note,
                    coalesce(a.late, s.first_at > i.answer_by, x.recorded_at > i.answer_by, false) as late,
                    coalesce(greatest(a.answered_at, s.last_at), x.recorded_at) as answered_at,
                    coalesce(s.registered, 0) as registered
                from invitation i join unit u on u.unit_id = i.unit_id
                left join seated s on s.unit_id = i.unit_id
                left join answer a on a.event_id = i.event_id and a.unit_id = i.unit_id
                left join excuse x on x.event_id = i.event_id and x.unit_id = i.unit_id
                where i.event_id = :event and not i.withdrawn)
            """;

    private final DatabaseClient database;

    OverviewQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<AnswerTotals> totals(UUID eventId) {
        return database.sql(
                        STATED
                                + """
                                select count(*)::int as invited,
                                    (count(*) filter (where state <> 'silent'))::int as answered,
                                    (count(*) filter (where state = 'coming'))::int as coming,
                                    (count(*) filter (where state = 'sending'))::int as sending,
                                    (count(*) filter (where state = 'excused'))::int as excused,
                                    (count(*) filter (where state = 'silent'))::int as silent,
                                    (count(*) filter (where late))::int as late
                                from stated
                                """)
                .bind("event", eventId)
                .map(
                        row ->
                                new AnswerTotals(
                                        number(row, "invited"),
                                        number(row, "answered"),
                                        number(row, "coming"),
                                        number(row, "sending"),
                                        number(row, "excused"),
                                        number(row, "silent"),
                                        number(row, "late")))
                .one();
    }

    /** In the order of region codes and names. */
    Flux<OfficeAnswer> page(UUID eventId, String state, PageRequest page) {
        return offices(eventId, state, page.after(), page.limitPlusOne());
    }

    /** Streamed, however many. */
    Flux<OfficeAnswer> all(UUID eventId, String state) {
        return offices(eventId, state, null, Integer.MAX_VALUE);
    }

    private Flux<OfficeAnswer> offices(
            UUID eventId, String state, @Nullable Cursor after, int limit) {
        return database.sql(
                        STATED
                                + """
                                select * from stated
                                where (:state = '' or state = :state or late and :state = 'late')
                                  and (coalesce(region_code, '~') collate "C", unit_name collate "C", unit_id::text collate "C")
                                      > (:afterRegion, :afterName, :afterId)
                                order by coalesce(region_code, '~') collate "C", unit_name collate "C",
                                    unit_id::text collate "C"
                                limit :limit
                                """)
                .bind("event", eventId)
                .bind("state", state)
                .bind("afterRegion", after == null ? "" : after.key(0))
                .bind("afterName", after == null ? "" : after.key(1))
                .bind("afterId", after == null ? "" : after.key(2))
                .bind("limit", limit)
                .filter(statement -> statement.fetchSize(500))
                .map(OverviewQueries::office)
                .all();
    }

    static Cursor cursorOf(OfficeAnswer office) {
        return Cursor.of(
                Objects.requireNonNullElse(office.unit().regionCode(), "~"),
                office.unit().name(),
                String.valueOf(office.unit().id()));
    }

    private static OfficeAnswer office(Readable row) {
        return new OfficeAnswer(
                AnswerQueries.unit(row),
                Objects.requireNonNull(row.get("addressee", String.class)),
                number(row, "seats"),
                AnswerState.ofCode(Objects.requireNonNull(row.get("state", String.class)))
                        .orElseThrow(),
                row.get("name", String.class),
                row.get("position", String.class),
                row.get("reason", String.class),
                row.get("note", String.class),
                Boolean.TRUE.equals(row.get("late", Boolean.class)),
                row.get("answered_at", Instant.class),
                row.get("answer_by", Instant.class),
                number(row, "registered"));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }
}
