package id.hadir.kit.audit;

import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which entries are asked for; null is all.
 *
 * @param from the first moment
 * @param to the first moment after them
 * @param action whole, or its first words up to a point: {@code event} for {@code event.published}
 */
record AuditQuestion(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable String action,
        @Nullable UUID event,
        @Nullable String subject) {

    private static final int LONGEST = 200;

    /**
     * @param query parameters named as the components, and {@code eventId}
     */
    static AuditQuestion of(MultiValueMap<String, String> query) {
        FieldErrors errors = new FieldErrors();
        AuditQuestion question =
                new AuditQuestion(
                        moment("from", query, errors),
                        moment("to", query, errors),
                        errors.optionalText("actor", query.getFirst("actor"), LONGEST),
                        errors.optionalText("action", query.getFirst("action"), LONGEST),
                        event(query, errors),
                        errors.optionalText("subject", query.getFirst("subject"), LONGEST));
        errors.throwIfAny();
        return question;
    }

    /** A plus sign that was not escaped in the query has become a blank. */
    private static @Nullable Instant moment(
            String field, MultiValueMap<String, String> query, FieldErrors errors) {
        String given = query.getFirst(field);
        return Rfc3339.parse(field, given == null ? null : given.strip().replace(' ', '+'), errors);
    }

    private static @Nullable UUID event(MultiValueMap<String, String> query, FieldErrors errors) {
        String given = errors.optionalText("eventId", query.getFirst("eventId"), LONGEST);
        if (given == null) {
            return null;
        }
        Optional<UUID> id = PathId.parse(given);
        if (id.isEmpty()) {
            errors.add("eventId", "invalid-choice");
        }
        return id.orElse(null);
    }
}
