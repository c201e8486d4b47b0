package id.hadir.events.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit on a roster that can be written to.
 *
 * @param addressee who in it is meant, its head, or the unit itself where it has none
 * @param address by the channel that was asked for
 * @param answerBy until when an answer is asked for; null where none is
 * @param token of its personal link
 */
record InvitedOffice(
        String name,
        String addressee,
        String address,
        int seats,
        boolean inPerson,
        @Nullable Instant answerBy,
        String token) {}
