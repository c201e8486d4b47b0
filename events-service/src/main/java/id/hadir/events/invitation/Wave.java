package id.hadir.events.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sending that changed the roster of an event.
 *
 * @param number from 1 on
 * @param sentBy the account; empty for what was invited before waves were counted
 * @param answerBy until when an answer is asked for; null is until the event ends
 * @param added units that were not on the roster
 * @param changed units that were, and got other seats, another position or another deadline
 * @param seats of all these units together
 */
public record Wave(
        int number,
        Instant sentAt,
        String sentBy,
        @Nullable Instant answerBy,
        long added,
        long changed,
        long seats) {

    @JsonProperty
    public long units() {
        return added + changed;
    }
}
