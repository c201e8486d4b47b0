package id.hadir.events.event;

import id.hadir.events.naming.Folded;
import id.hadir.events.region.RegionCode;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a list of events, as typed. {@code from} and {@code to} are date-times or
 * days; a day means the whole of it in WIB.
 */
public record EventQuery(
        @Nullable String from,
        @Nullable String to,
        @Nullable String regionCode,
        @Nullable String type,
        @Nullable String status,
        @Nullable String agencyId,
        @Nullable String q,
        @Nullable String order) {

    private static final int WORDS_AT_MOST = 8;

    /**
     * @throws id.hadir.kit.problem.Problem 422 with every wrong parameter
     */
    public EventFilter filter() {
        FieldErrors errors = new FieldErrors();
        Instant fromInstant = instant("from", from, 0, errors);
        Instant toInstant = instant("to", to, 1, errors);
        String region = RegionCode.parse("regionCode", regionCode, errors);
        EventType knownType = choice("type", type, EventType.values(), EventType::code, errors);
        EventStatus knownStatus =
                choice("status", status, EventStatus.values(), EventStatus::code, errors);
        String text = errors.optionalText("q", q, 200);
        List<String> words = text == null ? List.of() : Folded.words(text);
        Optional<UUID> agency = PathId.parse(agencyId);
        if (isGiven(agencyId) && agency.isEmpty()) {
            errors.add("agencyId", "invalid-id");
        }
        if (isGiven(order) && !List.of("asc", "desc").contains(order)) {
            errors.add("order", "invalid-choice");
        }
        errors.throwIfAny();
        return new EventFilter(
                fromInstant,
                toInstant,
                region,
                knownType,
                knownStatus == null ? List.of() : List.of(knownStatus),
                agency.orElse(null),
                words.stream().limit(WORDS_AT_MOST).toList(),
                "desc".equals(order));
    }

    /** A plus sign that was not escaped in the query has become a blank. */
    private static @Nullable Instant instant(
            String field, @Nullable String text, int daysLater, FieldErrors errors) {
        if (text != null && text.strip().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            LocalDate day = ScheduleCheck.day(field, text, errors);
            return day == null
                    ? null
                    : day.plusDays(daysLater).atStartOfDay(TimeZones.WIB).toInstant();
        }
        return Rfc3339.parse(field, text == null ? null : text.strip().replace(' ', '+'), errors);
    }

    private static <T> @Nullable T choice(
            String field,
            @Nullable String code,
            T[] choices,
            Function<T, String> codeOf,
            FieldErrors errors) {
        Optional<T> found =
                Arrays.stream(choices).filter(c -> codeOf.apply(c).equals(code)).findFirst();
        if (isGiven(code) && found.isEmpty()) {
            errors.add(field, "invalid-choice");
        }
        return found.orElse(null);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
