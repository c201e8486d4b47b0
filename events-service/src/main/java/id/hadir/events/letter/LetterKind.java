package id.hadir.events.letter;

import com.fasterxml.jackson.annotation.JsonValue;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventStatus;
import java.util.Locale;

/** What a letter tells of its event. */
public enum LetterKind {
    INVITATION,
    CHANGE,
    CANCELLATION;

    static LetterKind of(Event event) {
        if (event.status() == EventStatus.CANCELLED) {
            return CANCELLATION;
        }
        return event.history().isEmpty() ? INVITATION : CHANGE;
    }

    /** Which letter of the event it is: each that follows another has its own number and text. */
    static int issue(Event event) {
        return event.history().size() + (of(event) == CANCELLATION ? 1 : 0);
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
