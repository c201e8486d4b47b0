package id.hadir.events.browse;

import id.hadir.events.event.EventFilter;
import id.hadir.events.event.EventStatus;
import id.hadir.events.event.EventType;
import id.hadir.events.naming.Folded;
import id.hadir.events.region.RegionCode;
import id.hadir.kit.problem.FieldErrors;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the agenda. A link that was mangled on its way asks for less; it never fails.
 *
 * @param isPast events that are over, the latest first, instead of those to come
 */
public record AgendaQuery(String q, String region, String type, boolean isPast) {

    private static final int WORDS_AT_MOST = 8;

    static AgendaQuery of(
            @Nullable String q, @Nullable String region, @Nullable String type, boolean isPast) {
        FieldErrors ignored = new FieldErrors();
        String text = ignored.optionalText("q", q, 200);
        String code = RegionCode.parse("wilayah", region, ignored);
        return new AgendaQuery(
                text == null ? "" : text,
                code == null ? "" : code,
                type == null ? "" : type,
                isPast);
    }

    EventFilter filter(Instant now) {
        EventType known =
                Arrays.stream(EventType.values())
                        .filter(value -> value.code().equals(type))
                        .findFirst()
                        .orElse(null);
        List<String> words = Folded.words(q).stream().limit(WORDS_AT_MOST).toList();
        return new EventFilter(
                isPast ? null : now,
                null,
                region.isEmpty() ? null : region,
                known,
                isPast ? List.of(EventStatus.COMPLETED) : List.of(),
                null,
                words,
                isPast);
    }

    public boolean isNarrowed() {
        return !q.isEmpty() || !region.isEmpty() || !type.isEmpty();
    }

    /** The code of the province asked for, or of that of the regency asked for; else null. */
    public @Nullable String province() {
        return region.isEmpty() ? null : region.substring(0, 2);
    }
}
