package id.hadir.attendance.answer;

import id.hadir.attendance.eventcopy.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One invited office in the overview of answers.
 *
 * @param addressee who in it is meant
 * @param name of who comes, as the office said; registrations have theirs
 * @param late whether it answered, or first registered, after its deadline
 * @param answeredAt null while it is silent
 * @param registered active registrations
 */
public record OfficeAnswer(
        Unit unit,
        String addressee,
        int seats,
        AnswerState state,
        @Nullable String name,
        @Nullable String position,
        @Nullable String reason,
        @Nullable String note,
        boolean late,
        @Nullable Instant answeredAt,
        @Nullable Instant answerBy,
        int registered) {}
