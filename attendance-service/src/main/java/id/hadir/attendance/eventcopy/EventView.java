package id.hadir.attendance.eventcopy;

import id.hadir.kit.page.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What pages say about an event; what nobody has fixed yet is said to follow. */
public record EventView(Event event, boolean isEnded) {

    private static final int LONG_TITLE = 60;

    public static EventView of(Event event, Instant now) {
        return new EventView(event, event.hasEnded(now));
    }

    public String id() {
        return event.id().toString();
    }

    public String slug() {
        return event.slug();
    }

    public String title() {
        return event.title();
    }

    /** So long that a heading of the usual size would fill a phone. */
    public boolean isLongTitled() {
        return event.title().length() > LONG_TITLE;
    }

    public String agency() {
        return Objects.requireNonNullElse(event.agencyName(), "");
    }

    public ZoneId zone() {
        return event.timeZone();
    }

    public boolean isCancelled() {
        return event.status() == Event.Status.CANCELLED;
    }

    /** Only the date is known, so no hour that is told of the event is one. */
    public boolean hasTime() {
        return event.startsAt() != null;
    }

    /** "Rabu, 31 Januari 2024, pukul 09.00 WIB s.d. selesai"; what is past follows no more. */
    public String when(Words words) {
        Instant start = event.startsAt();
        Instant end = event.endsAt();
        if (start == null) {
            LocalDate date = event.date();
            if (date == null) {
                return words.get(isEnded ? "event.whenUnrecorded" : "event.whenUnknown");
            }
            return isEnded ? words.date(date) : words.get("event.dateOnly", words.date(date));
        }
        if (end == null || dayOf(start).equals(dayOf(end))) {
            return words.date(start, zone()) + ", " + words.timeRange(start, end, zone());
        }
        return words.get(
                "event.severalDays", words.dateTime(start, zone()), words.dateTime(end, zone()));
    }

    public String where(Words words) {
        Event.Venue venue = event.venue();
        String place =
                venue == null
                        ? ""
                        : Stream.of(venue.name(), venue.address())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", "));
        if (!place.isEmpty()) {
            return place;
        }
        return words.get(event.onlineUrl() == null ? "event.whereUnknown" : "event.online");
    }

    /** The day of the event, for lists; null when nobody has fixed it. */
    public @Nullable LocalDate day() {
        return event.startsAt() == null ? event.date() : dayOf(event.startsAt());
    }

    /** That day lies within the event, or nobody has fixed its date. */
    public boolean mayBeOn(LocalDate day) {
        LocalDate first = day();
        LocalDate last = event.endsAt() == null ? first : dayOf(event.endsAt());
        return first == null || last == null || !(day.isBefore(first) || day.isAfter(last));
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }
}
