package id.hadir.events.venue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where an event was planned before, as it was written the last time.
 *
 * @param eventId the event that took place there last
 * @param region name of its region
 * @param own whether an event of the caller's agency took place there
 */
public record KnownVenue(
        UUID eventId,
        String name,
        @Nullable String address,
        @Nullable String regionCode,
        @Nullable String region,
        @Nullable Integer capacity,
        boolean own) {}
