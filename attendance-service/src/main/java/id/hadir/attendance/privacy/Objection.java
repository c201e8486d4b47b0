package id.hadir.attendance.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says against the use of their data, and the answer.
 *
 * @param answerBy the law's 3×24 hours (UU 27/2022)
 * @param answer null while nobody has answered
 */
public record Objection(
        UUID id,
        String text,
        Instant madeAt,
        Instant answerBy,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    static final Duration TIME_TO_ANSWER = Duration.ofHours(3 * 24);

    static Objection of(
            UUID id,
            String text,
            Instant madeAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {
        return new Objection(id, text, madeAt, madeAt.plus(TIME_TO_ANSWER), answer, answeredAt);
    }

    public boolean isOverdue(Instant now) {
        return answeredAt == null && answerBy.isBefore(now);
    }
}
