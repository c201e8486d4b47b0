package id.hadir.events.invitation;

import id.hadir.events.body.Body;
import id.hadir.events.event.Event;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser sends: to whom, and until when an answer is asked for.
 *
 * @param answerBy null asks for none, and leaves the deadline of units that have one
 */
public record Sending(List<Audience> audience, @Nullable Instant answerBy) {

    static Sending read(Body body, FieldErrors errors) {
        return new Sending(
                Audience.read(body, errors),
                Rfc3339.parse("answerBy", body.text("answerBy"), errors));
    }

    /** A deadline lies ahead, and before the event is over. */
    void check(Event event, Instant now, FieldErrors errors) {
        Instant ends = event.content().schedule().ends();
        if (answerBy != null && !answerBy.isAfter(now)) {
            errors.add("answerBy", "in-the-past");
        } else if (answerBy != null && ends != null && answerBy.isAfter(ends)) {
            errors.add("answerBy", "after-the-event");
        }
    }
}
