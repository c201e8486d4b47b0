package id.hadir.kit.audit;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads the audit for people: the newest first. */
class AuditQueries {

    static final String COLUMNS =
            """
            e.tx::text as tx, e.id, e.at, e.actor, e.role, e.address, e.action, e.event_id,
            e.subject_kind, e.subject_id, e.before::text as before, e.after::text as after
            """;

    private final DatabaseClient database;

    AuditQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<AuditEntry>> list(AuditQuestion question, PageRequest page) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new LinkedHashMap<>();
        ask(question, conditions, values);
        if (page.after() != null) {
            conditions.add("(e.at, e.id) < (:afterAt, :afterId)");
            values.put("afterAt", momentOf(page.after()));
            values.put("afterId", idOf(page.after()));
        }
        String sql =
                "select %s from audit_entry e where %s order by e.at desc, e.id desc limit :limit"
                        .formatted(COLUMNS, String.join(" and ", conditions));
        values.put("limit", page.limitPlusOne());
        return database.sql(sql).bindValues(values).map(row -> entry(row)).all().collectList();
    }

    /** Whether the service's login could change an entry, but for the triggers. */
    Mono<Boolean> mayChange() {
        return database.sql("select has_table_privilege('audit_entry', 'update') as may")
                .map(row -> Boolean.TRUE.equals(row.get("may", Boolean.class)))
                .one();
    }

    private static void ask(
            AuditQuestion question, List<String> conditions, Map<String, Object> values) {
        add("e.at >= :from", "from", question.from(), conditions, values);
        add("e.at < :to", "to", question.to(), conditions, values);
        add("e.actor = :actor", "actor", question.actor(), conditions, values);
        add(
                "(e.action = :action or starts_with(e.action, :action || '.'))",
                "action",
                question.action(),
                conditions,
                values);
        add("e.event_id = :event", "event", question.event(), conditions, values);
        add("e.subject_id = :subject", "subject", question.subject(), conditions, values);
    }

    private static void add(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    static Cursor cursor(AuditEntry entry) {
        return Cursor.of(entry.at().toString(), String.valueOf(entry.id()));
    }

    private static Instant momentOf(Cursor cursor) {
        try {
            return Instant.parse(cursor.key(0));
        } catch (DateTimeParseException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static long idOf(Cursor cursor) {
        try {
            return Long.parseLong(cursor.key(1));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    static AuditEntry entry(Readable row) {
        return new AuditEntry(
                text(row, "tx"),
                Objects.requireNonNull(row.get("id", Long.class)),
                moment(row, "at"),
                text(row, "actor"),
                text(row, "role"),
                row.get("address", String.class),
                text(row, "action"),
                row.get("event_id", UUID.class),
                text(row, "subject_kind"),
                row.get("subject_id", String.class),
                row.get("before", String.class),
                row.get("after", String.class));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    static Instant moment(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
