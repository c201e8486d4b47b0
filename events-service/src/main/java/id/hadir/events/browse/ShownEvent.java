package id.hadir.events.browse;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventContent;
import id.hadir.events.event.EventStatus;
import id.hadir.events.event.RegistrationRules;
import id.hadir.events.event.Schedule;
import id.hadir.events.event.ScheduleChange;
import id.hadir.events.event.Venue;
import id.hadir.kit.page.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event in the words of a page.
 *
 * @param regionNames by code, of its venue and of earlier ones
 */
public record ShownEvent(Event event, Map<String, String> regionNames, Instant now) {

    private static final int LONG_TITLE = 80;

    /** Whether one can register at this moment. */
    public enum Registration {
        DRAFT,
        NOT_YET,
        OPEN,
        CLOSED,
        OVER,
        CANCELLED
    }

    public String path() {
        return "/kegiatan/" + event.slug();
    }

    public String organiserPath() {
        return "/panitia/" + event.slug();
    }

    public EventContent content() {
        return event.content();
    }

    public EventStatus status() {
        return event.statusAt(now);
    }

    public boolean isCancelled() {
        return event.status() == EventStatus.CANCELLED;
    }

    public Registration registration() {
        RegistrationRules rules = content().registration();
        return switch (status()) {
            case DRAFT -> Registration.DRAFT;
            case CANCELLED -> Registration.CANCELLED;
            case COMPLETED -> Registration.OVER;
            case PUBLISHED -> {
                if (rules.opensAt() != null && now.isBefore(rules.opensAt())) {
                    yield Registration.NOT_YET;
                }
                boolean isClosed = rules.closesAt() != null && !now.isBefore(rules.closesAt());
                yield isClosed ? Registration.CLOSED : Registration.OPEN;
            }
        };
    }

    public @Nullable LocalDate day() {
        return content().schedule().day();
    }

    public String date(Words words) {
        return date(content().schedule(), words);
    }

    /** Empty for what is over and never had its hour told. */
    public String time(Words words) {
        Schedule schedule = content().schedule();
        boolean isForgotten = schedule.startsAt() == null && status() == EventStatus.COMPLETED;
        return isForgotten ? "" : time(schedule, words);
    }

    public String when(Words words) {
        String time = time(words);
        return time.isEmpty() ? date(words) : date(words) + ", " + time;
    }

    /** The last day of an event of several days; null for one of a day. */
    public @Nullable LocalDate lastDay() {
        return lastDay(content().schedule());
    }

    /** So long that it needs smaller letters. */
    public boolean isLongTitled() {
        return content().title().length() > LONG_TITLE;
    }

    /** "Hotel New Merdeka, Kabupaten Pati", or "Daring" for a meeting without a room. */
    public String place(Words words) {
        String room = roomOf(content().venue());
        if (!room.isEmpty()) {
            return room;
        }
        return words.get(content().onlineUrl() == null ? "event.place-later" : "event.online");
    }

    public String organisers() {
        return Stream.concat(Stream.of(event.agency().name()), content().coOrganisers().stream())
                .collect(Collectors.joining(" · "));
    }

    /** The note's paragraphs. */
    public List<String> noteParagraphs() {
        String note = content().note();
        return note == null ? List.of() : List.of(note.split("\\n\\s*\\n"));
    }

    /** What was given up last and is not as things are now, of an event that still takes place. */
    public Optional<ScheduleChange> lastChange() {
        return isCancelled()
                ? Optional.empty()
                : event.history().reversed().stream()
                        .filter(change -> hasMoved(change) || hasNewPlace(change))
                        .findFirst();
    }

    public boolean hasMoved(ScheduleChange change) {
        return !change.schedule().equals(content().schedule());
    }

    public boolean hasNewPlace(ScheduleChange change) {
        return !Venue.isSamePlace(change.venue(), content().venue());
    }

    public String whenBefore(ScheduleChange change, Words words) {
        return date(change.schedule(), words) + ", " + time(change.schedule(), words);
    }

    public String placeBefore(ScheduleChange change, Words words) {
        String room = roomOf(change.venue());
        return room.isEmpty() ? words.get("event.place-later") : room;
    }

    private String roomOf(@Nullable Venue venue) {
        if (venue == null) {
            return "";
        }
        String room =
                Stream.of(venue.name(), venue.address())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        String code = venue.regionCode();
        String region = code == null ? "" : regionNames.getOrDefault(code, "");
        return room.isEmpty() || region.isEmpty() || room.contains(region)
                ? room
                : room + ", " + region;
    }

    private static String date(Schedule schedule, Words words) {
        LocalDate first = schedule.day();
        if (first == null) {
            return words.get("event.date-later");
        }
        LocalDate last = lastDay(schedule);
        return last == null
                ? words.date(first)
                : words.get("event.days", words.date(first), words.date(last));
    }

    private static @Nullable LocalDate lastDay(Schedule schedule) {
        Instant end = schedule.endsAt();
        LocalDate last = end == null ? null : LocalDate.ofInstant(end, schedule.timeZone());
        return last == null || last.equals(schedule.day()) ? null : last;
    }

    private static String time(Schedule schedule, Words words) {
        Instant start = schedule.startsAt();
        return start == null
                ? words.get("event.time-later")
                : words.timeRange(start, schedule.endsAt(), schedule.timeZone());
    }
}
