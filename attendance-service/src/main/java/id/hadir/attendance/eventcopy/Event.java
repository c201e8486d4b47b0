package id.hadir.attendance.eventcopy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What registration and attendance need to know of an event.
 *
 * @param startsAt null while only the date is known
 * @param endedAt the instant from which it counts as ended; null when there is neither time nor
 *     date
 * @param capacity null when nobody has set a limit
 * @param waitlist whether who comes too late may wait for a seat
 */
public record Event(
        UUID id,
        String slug,
        Status status,
        String title,
        String agencyId,
        @Nullable String agencyName,
        @Nullable Venue venue,
        @Nullable String onlineUrl,
        @Nullable LocalDate date,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        ZoneId timeZone,
        @Nullable Integer capacity,
        Mode mode,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        boolean waitlist,
        @Nullable String cancelReason) {

    public enum Status {
        DRAFT,
        PUBLISHED,
        CANCELLED
    }

    /** Who may register: only units on the roster, or whoever comes. */
    public enum Mode {
        INVITED,
        OPEN
    }

    public record Venue(
            @Nullable String name, @Nullable String address, @Nullable String regionCode) {}

    public boolean isPublic() {
        return status != Status.DRAFT;
    }

    public boolean hasEnded(Instant now) {
        return endedAt != null && !endedAt.isAfter(now);
    }

    public boolean isNotOpenYet(Instant now) {
        return opensAt != null && opensAt.isAfter(now);
    }

    public boolean isClosed(Instant now) {
        return hasEnded(now) || (closesAt != null && !closesAt.isAfter(now));
    }

    /** Seats that are left for so many confirmed registrations; null when there is no limit. */
    public @Nullable Integer remaining(int confirmed) {
        return capacity == null ? null : Math.max(0, capacity - confirmed);
    }
}
