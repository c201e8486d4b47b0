package id.hadir.events.calendar;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventContent;
import id.hadir.events.event.EventStatus;
import id.hadir.events.event.Schedule;
import id.hadir.events.event.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events as an iCalendar object. The UID stays, SEQUENCE grows with every change of time or place,
 * and a cancelled event is told as such, so that it goes from a subscriber's calendar too. Times
 * are in UTC: the zones of Indonesia have no daylight saving, and an Instant needs no VTIMEZONE.
 */
final class EventCalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private EventCalendar() {}

    /**
     * Events of which no day is known are left out.
     *
     * @param site the address under which people find the events' pages
     */
    static String of(String site, String name, List<Event> events) {
        CalendarText text =
                new CalendarText()
                        .line("BEGIN", "VCALENDAR")
                        .line("VERSION", "2.0")
                        .line("PRODID", "-//Hadir//Hadir//ID")
                        .line("CALSCALE", "GREGORIAN")
                        .line("METHOD", "PUBLISH")
                        .text("X-WR-CALNAME", name);
        events.stream()
                .filter(event -> event.content().schedule().day() != null)
                .forEach(event -> add(text, event, site));
        return text.line("END", "VCALENDAR").toString();
    }

    private static void add(CalendarText text, Event event, String site) {
        EventContent content = event.content();
        text.line("BEGIN", "VEVENT")
                .line("UID", event.id() + "@hadir.id")
                .line("SEQUENCE", String.valueOf(event.scheduleVersion()))
                .line("DTSTAMP", utc(event.updatedAt()))
                .line("CREATED", utc(event.createdAt()))
                .line("LAST-MODIFIED", utc(event.updatedAt()));
        when(text, content.schedule());
        text.text("SUMMARY", content.title()).line("STATUS", status(event.status()));
        text.line("URL", site + "/kegiatan/" + event.slug());
        Venue venue = content.venue();
        String place =
                venue == null ? content.onlineUrl() : joined(", ", venue.name(), venue.address());
        if (place != null && !place.isEmpty()) {
            text.text("LOCATION", place);
        }
        String description =
                joined(
                        "\n",
                        event.cancelReason(),
                        content.theme(),
                        event.agency().name(),
                        content.note(),
                        content.onlineUrl());
        text.text("DESCRIPTION", description).line("END", "VEVENT");
    }

    /**
     * Without a time of day it is a day; without an end, "s.d. selesai", only a beginning is told.
     */
    private static void when(CalendarText text, Schedule schedule) {
        Instant startsAt = schedule.startsAt();
        LocalDate day = schedule.date();
        if (startsAt != null) {
            text.line("DTSTART", utc(startsAt));
        } else if (day != null) {
            text.line("DTSTART;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
        }
        Instant endsAt = schedule.endsAt();
        if (endsAt != null) {
            text.line("DTEND", utc(endsAt));
        }
    }

    private static String status(EventStatus status) {
        return switch (status) {
            case DRAFT -> "TENTATIVE";
            case PUBLISHED, COMPLETED -> "CONFIRMED";
            case CANCELLED -> "CANCELLED";
        };
    }

    private static String utc(Instant instant) {
        return UTC.format(instant);
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }
}
