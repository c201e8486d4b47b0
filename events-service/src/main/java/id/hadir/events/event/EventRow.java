package id.hadir.events.event;

import id.hadir.events.agency.Agency;
import id.hadir.events.naming.Folded;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An event as a row of its table, to and fro. */
@Component
class EventRow {

    static final String COLUMNS =
            """
            e.id, e.slug, e.status, e.announced, e.version, e.schedule_version,
                   e.content::text as content, e.history::text as history, e.cancel_reason,
                   e.created_at, e.updated_at, a.id as agency_id, a.name as agency_name,
                   a.kind as agency_kind, a.region_code as agency_region
            """;

    static final String FROM = "from event e join agency a on a.id = e.agency_id ";

    static final String SELECT = "select " + COLUMNS + FROM;

    /** Stands for "no day is known yet" and sorts last. */
    static final Instant NOT_YET = Instant.parse("9999-12-31T00:00:00Z");

    /** Long before the first event that anybody may enter. */
    static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final JsonMapper json;

    EventRow(JsonMapper json) {
        this.json = json;
    }

    Event read(Readable row) {
        return new Event(
                get(row, "id", UUID.class),
                get(row, "slug", String.class),
                new Agency(
                        get(row, "agency_id", UUID.class),
                        get(row, "agency_name", String.class),
                        get(row, "agency_kind", String.class),
                        row.get("agency_region", String.class)),
                EventStatus.ofCode(get(row, "status", String.class)),
                get(row, "announced", Boolean.class),
                get(row, "version", Long.class),
                get(row, "schedule_version", Integer.class),
                json.readValue(get(row, "content", String.class), EventContent.class),
                List.of(json.readValue(get(row, "history", String.class), ScheduleChange[].class)),
                row.get("cancel_reason", String.class),
                get(row, "created_at", Instant.class),
                get(row, "updated_at", Instant.class));
    }

    /** All columns that an event may change, by their parameters. */
    Map<String, Object> write(Event event) {
        EventContent content = event.content();
        Map<String, Object> values = new HashMap<>();
        values.put("id", event.id());
        values.put("agencyId", event.agency().id());
        values.put("status", event.status().code());
        values.put("announced", event.announced());
        values.put("version", event.version());
        values.put("scheduleVersion", event.scheduleVersion());
        values.put("content", json.writeValueAsString(content));
        values.put("history", json.writeValueAsString(event.history()));
        values.put("cancelReason", Parameters.in(R2dbcType.VARCHAR, event.cancelReason()));
        values.put("updatedAt", event.updatedAt());
        values.put("type", content.type().code());
        values.put("place", place(event));
        Venue venue = content.venue();
        values.put(
                "venueKey", Parameters.in(R2dbcType.VARCHAR, venue == null ? null : venue.key()));
        values.put("beginsAt", Objects.requireNonNullElse(content.schedule().begins(), NOT_YET));
        values.put("endsAt", Objects.requireNonNullElse(content.schedule().ends(), NOT_YET));
        values.put("search", search(event));
        return values;
    }

    /** An event without a venue takes place where its agency is. */
    private static String place(Event event) {
        Venue venue = event.content().venue();
        return venue != null && venue.regionCode() != null
                ? venue.regionCode()
                : Objects.requireNonNullElse(event.agency().regionCode(), "");
    }

    private static String search(Event event) {
        EventContent content = event.content();
        Venue venue = content.venue();
        return Stream.of(
                        content.title(),
                        content.theme(),
                        event.agency().name(),
                        venue == null ? null : venue.name())
                .filter(Objects::nonNull)
                .map(Folded::of)
                .collect(Collectors.joining(" ", " ", ""));
    }

    static String[] speakers(EventContent content) {
        return content.agenda().stream()
                .flatMap(item -> item.speakers().stream())
                .map(Speaker::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
