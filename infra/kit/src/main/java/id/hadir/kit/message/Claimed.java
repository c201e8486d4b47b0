package id.hadir.kit.message;

import java.util.UUID;

/**
 * A message that whoever claimed it alone may send until the time that it was claimed for is over.
 *
 * @param subjectId whom it goes to: a registration, an invited unit
 * @param attempts this one included
 */
public record Claimed(UUID eventId, UUID messageId, String kind, UUID subjectId, int attempts) {

    boolean isLastTry() {
        return attempts >= OutboxStore.TRIES;
    }
}
