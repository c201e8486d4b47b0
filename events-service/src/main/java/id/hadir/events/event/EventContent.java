package id.hadir.events.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What organisers write of an event. */
public record EventContent(
        EventType type,
        String title,
        @Nullable String theme,
        @Nullable String note,
        List<String> coOrganisers,
        @Nullable Venue venue,
        @Nullable String onlineUrl,
        Schedule schedule,
        @Nullable Integer capacity,
        RegistrationRules registration,
        List<AgendaItem> agenda) {

    /** What stands after it in a title is the event's own among others of a series: its stage. */
    public static final String OWN_PART = " – ";

    /** What must be known before the event is published, by the names of the fields. */
    public List<String> missingForPublishing() {
        List<String> missing = new ArrayList<>();
        if (schedule.begins() == null) {
            missing.add("startsAt");
        }
        if (onlineUrl == null && (venue == null || !venue.isKnown())) {
            missing.add("venue");
        }
        return missing;
    }

    /** What an organiser may still want to fill in, what publishing asks for first. */
    public List<String> missing() {
        List<String> missing = missingForPublishing();
        if (schedule.date() != null) {
            missing.add("startTime");
        }
        if (venue != null && venue.isKnown()) {
            if (venue.name() == null) {
                missing.add("venue.name");
            }
            if (venue.capacity() == null) {
                missing.add("venue.capacity");
            }
        }
        if (capacity == null) {
            missing.add("capacity");
        }
        return missing;
    }

    /** Whether nobody has to change a calendar. */
    boolean isSameTimeAndPlace(EventContent other) {
        return schedule.equals(other.schedule) && Venue.isSamePlace(venue, other.venue);
    }

    boolean hasSameLink(EventContent other) {
        return Objects.equals(onlineUrl, other.onlineUrl);
    }

    /**
     * The same at another time. Agenda and registration move along; without a day they keep no
     * times.
     */
    public EventContent repeated(String newTitle, Schedule to) {
        Duration by = schedule.until(to);
        return new EventContent(
                type,
                newTitle,
                theme,
                note,
                coOrganisers,
                venue,
                onlineUrl,
                to,
                capacity,
                registration.shifted(by),
                agenda.stream().map(item -> item.shifted(by)).toList());
    }

    /** The agenda moves along with the start. */
    EventContent moved(Schedule to, @Nullable Venue at) {
        Instant from = schedule.startsAt();
        Duration by =
                from == null || to.startsAt() == null
                        ? Duration.ZERO
                        : Duration.between(from, to.startsAt());
        return new EventContent(
                type,
                title,
                theme,
                note,
                coOrganisers,
                at,
                onlineUrl,
                to,
                capacity,
                registration,
                agenda.stream().map(item -> item.shifted(by)).toList());
    }
}
