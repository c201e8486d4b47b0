package id.hadir.kit.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that whoever claimed it alone may send until the time that it was claimed for is over.
 *
 * @param channel one of {@link Channels}
 * @param subjectId whom it goes to: a registration, an invited unit
 * @param occasion what it is about, of which one is told once; null where it may be asked for again
 * @param attempts this one included
 */
public record Claimed(
        UUID eventId,
        UUID messageId,
        String kind,
        String channel,
        UUID subjectId,
        @Nullable Long occasion,
        int attempts) {

    /** To a telephone, and not by e-mail. */
    public boolean isByPhone() {
        return channel.equals(Channels.WEBHOOK);
    }

    boolean isLastTry() {
        return attempts >= OutboxStore.TRIES;
    }
}
