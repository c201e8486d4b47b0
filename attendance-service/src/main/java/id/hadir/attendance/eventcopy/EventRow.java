package id.hadir.attendance.eventcopy;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@link Event} from a row of table {@code event}, whose columns the statement names as
 * {@link #COLUMNS}.
 */
public final class EventRow {

    public static final String COLUMNS =
            """
            event.event_id, event.slug, event.status as event_status, event.title, event.agency_id, event.agency_name, \
            event.venue_name, event.venue_address, event.venue_region_code, event.online_url, event.event_date, \
            event.starts_at, event.ends_at, event.ended_at, event.time_zone, event.capacity, event.mode, \
            event.opens_at, event.closes_at, event.waitlist, event.cancel_reason\
            """;

    private EventRow() {}

    public static Event read(Readable row) {
        return new Event(
                given(row, "event_id", UUID.class),
                given(row, "slug", String.class),
                Event.Status.valueOf(
                        given(row, "event_status", String.class).toUpperCase(Locale.ROOT)),
                given(row, "title", String.class),
                given(row, "agency_id", String.class),
                row.get("agency_name", String.class),
                venue(row),
                row.get("online_url", String.class),
                row.get("event_date", LocalDate.class),
                row.get("starts_at", Instant.class),
                row.get("ends_at", Instant.class),
                row.get("ended_at", Instant.class),
                ZoneId.of(given(row, "time_zone", String.class)),
                row.get("capacity", Integer.class),
                Event.Mode.valueOf(given(row, "mode", String.class).toUpperCase(Locale.ROOT)),
                row.get("opens_at", Instant.class),
                row.get("closes_at", Instant.class),
                given(row, "waitlist", Boolean.class),
                row.get("cancel_reason", String.class));
    }

    private static Event.@Nullable Venue venue(Readable row) {
        String name = row.get("venue_name", String.class);
        String address = row.get("venue_address", String.class);
        String regionCode = row.get("venue_region_code", String.class);
        return name == null && address == null && regionCode == null
                ? null
                : new Event.Venue(name, address, regionCode);
    }

    private static <T> T given(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
