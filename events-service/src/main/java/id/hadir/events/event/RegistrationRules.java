package id.hadir.events.event;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How and when one registers.
 *
 * @param opensAt null: from publishing on
 * @param closesAt null: until the event ends
 */
public record RegistrationRules(
        RegistrationMode mode,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        boolean waitlist) {

    /** Without its times when it is not known how far it moves. */
    RegistrationRules shifted(@Nullable Duration by) {
        return new RegistrationRules(
                mode, Times.shifted(opensAt, by), Times.shifted(closesAt, by), waitlist);
    }
}
