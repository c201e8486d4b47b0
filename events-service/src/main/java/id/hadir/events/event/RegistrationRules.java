package id.hadir.events.event;

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
        boolean waitlist) {}
