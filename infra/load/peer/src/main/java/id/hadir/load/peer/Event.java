package id.hadir.load.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event and its seats; nothing but the seats ever changes. */
@Entity
class Event {

    /**
     * A seat, or a place on the waitlist.
     *
     * @param waitlistNo null for a seat
     * @param position how many wait, this one among them; null for a seat
     */
    record Place(@Nullable Long waitlistNo, @Nullable Integer position) {}

    record Venue(String name, String address, String regionCode) {}

    record View(
            UUID id,
            String slug,
            String title,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            @Nullable String date,
            String timeZone,
            Venue venue,
            @Nullable String onlineUrl) {}

    @Id
    @Column(name = "event_id")
    private UUID id;

    @Column(updatable = false)
    private String slug;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String venueName;

    @Column(updatable = false)
    private String venueAddress;

    @Column(updatable = false)
    private String venueRegionCode;

    @Column(updatable = false)
    private Instant startsAt;

    @Column(updatable = false)
    private Instant endsAt;

    @Column(updatable = false)
    private String timeZone;

    @Column(updatable = false)
    private boolean cancelled;

    @Column(updatable = false)
    private @Nullable Instant opensAt;

    @Column(updatable = false)
    private @Nullable Instant closesAt;

    @Column(updatable = false)
    private @Nullable Integer capacity;

    @Column(updatable = false)
    private boolean waitlist;

    private int confirmed;
    private int waitlisted;
    private long nextWaitlistNo;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Event() {}

    UUID id() {
        return id;
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Code of the refusal that everybody meets; or null. */
    @Nullable String closed(Instant now) {
        if (cancelled) {
            return "event-cancelled";
        }
        if (!endsAt.isAfter(now) || (closesAt != null && !closesAt.isAfter(now))) {
            return "registration-closed";
        }
        return opensAt != null && opensAt.isAfter(now) ? "registration-not-open" : null;
    }

    boolean turnsAway() {
        return isFull() && !waitlist;
    }

    Place take() {
        if (isFull()) {
            waitlisted++;
            return new Place(nextWaitlistNo++, waitlisted);
        }
        confirmed++;
        return new Place(null, null);
    }

    private boolean isFull() {
        return capacity != null && confirmed >= capacity;
    }

    View view() {
        return new View(
                id,
                slug,
                title,
                startsAt.atZone(zone()).toOffsetDateTime(),
                endsAt.atZone(zone()).toOffsetDateTime(),
                null,
                timeZone,
                new Venue(venueName, venueAddress, venueRegionCode),
                null);
    }
}
