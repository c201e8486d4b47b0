package id.hadir.kit.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, for the audit to keep for ever: personal values are {@link Masked}.
 *
 * @param action such as {@code event.published}
 * @param event of which, or null
 * @param kind of what it was done to, such as {@code event}
 * @param subject its id, or null for what has none
 * @param before what it was, by field; empty for what is new
 * @param after what it became
 */
public record Deed(
        String action,
        @Nullable UUID event,
        String kind,
        @Nullable String subject,
        Map<String, ? extends @Nullable Object> before,
        Map<String, ? extends @Nullable Object> after) {

    /**
     * @param subject id of what it is done to, or null
     */
    public static Deed of(String action, String kind, @Nullable Object subject) {
        String id = subject == null ? null : subject.toString();
        return new Deed(action, null, kind, id, Map.of(), Map.of());
    }

    public static Deed of(String action, UUID event) {
        return of(action, "event", event).at(event);
    }

    public Deed at(@Nullable UUID itsEvent) {
        return new Deed(action, itsEvent, kind, subject, before, after);
    }

    /** Null is left out. */
    public Deed and(String field, @Nullable Object became) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(after);
        if (became != null) {
            more.put(field, became);
        }
        return with(more);
    }

    public Deed with(Map<String, ? extends @Nullable Object> became) {
        return new Deed(action, event, kind, subject, before, became);
    }

    /** Keeps of two states the fields in which they differ. */
    public Deed changing(
            Map<String, ? extends @Nullable Object> was,
            Map<String, ? extends @Nullable Object> became) {
        return new Deed(action, event, kind, subject, unlike(was, became), unlike(became, was));
    }

    private static Map<String, @Nullable Object> unlike(
            Map<String, ? extends @Nullable Object> one,
            Map<String, ? extends @Nullable Object> other) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        one.forEach(
                (field, value) -> {
                    if (!Objects.equals(value, other.get(field))) {
                        kept.put(field, value);
                    }
                });
        return kept;
    }
}
