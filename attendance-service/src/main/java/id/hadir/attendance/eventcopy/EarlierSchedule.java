package id.hadir.attendance.eventcopy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Time, place and link that the last move of an event replaced. */
public record EarlierSchedule(
        @Nullable LocalDate date,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        ZoneId timeZone,
        @Nullable String venueName,
        @Nullable String venueAddress,
        @Nullable String onlineUrl) {

    /** The event as it stood before. */
    public Event of(Event now) {
        return new Event(
                now.id(),
                now.slug(),
                now.status(),
                now.title(),
                now.agencyId(),
                now.agencyName(),
                new Event.Venue(venueName, venueAddress, null),
                onlineUrl,
                date,
                startsAt,
                endsAt,
                null,
                timeZone,
                now.capacity(),
                now.mode(),
                now.opensAt(),
                now.closesAt(),
                now.waitlist(),
                null);
    }
}
