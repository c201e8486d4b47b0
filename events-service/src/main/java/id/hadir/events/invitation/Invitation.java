package id.hadir.events.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.hadir.events.unit.Unit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit on the roster of an event.
 *
 * @param position who in the unit is meant; null is its head
 * @param answerBy until when an answer is asked for; null is until the event ends
 * @param wave number of the sending that wrote it last; 0 when it came with a copy
 * @param code for who has no link at hand: is typed in at {@code /undangan} and leads to it
 * @param token what the unit's link carries; whoever has it may register for the unit
 * @param url path of the form that registers somebody of the unit
 */
public record Invitation(
        UUID id,
        Unit unit,
        int seats,
        boolean inPerson,
        @Nullable String position,
        @Nullable Instant answerBy,
        int wave,
        String code,
        String token,
        String url) {

    /** "Sekretaris", "Camat Baros", or the office where it has no head to address. */
    @JsonProperty
    public String addressee() {
        if (position != null) {
            return position;
        }
        return unit.headTitle() == null ? unit.name() : unit.headTitle();
    }
}
