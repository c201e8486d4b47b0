package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Unit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows that bears on one batch of applications, read in one go with its seats.
 *
 * @param answers earlier answers by idempotency key
 * @param people active registrations that may be of the same people
 * @param units by id
 */
record Roster(
        Map<String, Answered> answers,
        List<Present> people,
        List<Invitation> invitations,
        Map<UUID, Unit> units) {

    /** An answer given before. */
    record Answered(String bodyHash, Receipt receipt) {

        /** To the same key again: the same answer, if it came with the same body. */
        Verdict to(Application.IdempotencyKey key) {
            return bodyHash.equals(key.bodyHash())
                    ? new Verdict.Admitted(receipt, false)
                    : new Verdict.Refused(Refusal.IDEMPOTENCY_KEY_REUSED);
        }
    }

    /** Somebody who has a seat, or waits for one. */
    record Present(String unitKey, String bareName, @Nullable String nip) {}

    /**
     * @param taken seats of the unit that are confirmed or waited for
     */
    record Invitation(
            UUID unitId, int seats, boolean inPerson, @Nullable String tokenHash, int taken) {}
}
