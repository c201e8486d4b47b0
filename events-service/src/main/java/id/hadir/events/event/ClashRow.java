package id.hadir.events.event;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads a clash of a statement's row. */
@Component
public class ClashRow {

    /**
     * The columns of the other event, "e", that are read besides {@code kind} and {@code detail}.
     */
    public static final String COLUMNS =
            "e.id, e.content ->> 'title' as title, (e.content -> 'schedule')::text as schedule, "
                    + Overlap.SEEN
                    + " as seen";

    private final JsonMapper json;

    ClashRow(JsonMapper json) {
        this.json = json;
    }

    public Clash read(Readable row) {
        Clash.Kind kind = Clash.Kind.ofCode(get(row, "kind", String.class));
        String title = get(row, "title", String.class);
        if (!get(row, "seen", Boolean.class)) {
            return Clash.unseen(kind, title);
        }
        Schedule schedule = json.readValue(get(row, "schedule", String.class), Schedule.class);
        return new Clash(
                kind,
                get(row, "id", UUID.class),
                title,
                schedule.startsAt() == null
                        ? String.valueOf(schedule.date())
                        : Times.text(schedule.startsAt(), schedule.timeZone()),
                Times.textOrNull(schedule.endsAt(), schedule.timeZone()),
                get(row, "detail", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
