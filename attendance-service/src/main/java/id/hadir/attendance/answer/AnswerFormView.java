package id.hadir.attendance.answer;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.kit.page.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an office's page is shown with, beside what was typed.
 *
 * @param token of its link
 * @param refusal code of the refusal that the form was answered with, or null
 */
public record AnswerFormView(
        EventView event, Invited office, String token, @Nullable String refusal) {

    public String moment(Words words, Instant at) {
        return words.dateTime(at, event.zone());
    }

    public boolean isClosed() {
        return event.isCancelled() || event.isEnded();
    }
}
