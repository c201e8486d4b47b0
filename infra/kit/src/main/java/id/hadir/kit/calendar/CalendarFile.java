package id.hadir.kit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes entries as an iCalendar object. Times are in UTC: the zones of Indonesia have no daylight
 * saving, and an Instant needs no VTIMEZONE.
 */
public final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarFile() {}

    /** Somebody in an invitation by mail. */
    public record Party(String name, String email) {

        /** A name in quotes may hold anything but a quote and controls (RFC 5545, 3.2). */
        String parameter() {
            return "CN=\"" + name.replaceAll("[\"\\p{Cntrl}]", "'") + "\"";
        }
    }

    /** To download or subscribe to; what has no day is left out. */
    public static String published(String name, List<CalendarEntry> entries) {
        CalendarText text = begun("PUBLISH").text("X-WR-CALNAME", name);
        entries.stream()
                .filter(CalendarEntry::hasDay)
                .forEach(entry -> end(begin(text, entry, entry.modified()), entry));
        return text.line("END", "VCALENDAR").toString();
    }

    /**
     * The part of a mail that puts the event into its reader's calendar, moves it there or takes it
     * away (RFC 5546, 6047). It asks for no answer: Hadir has its own form for that.
     */
    public static CalendarMessage message(
            CalendarEntry entry, Party organiser, Party attendee, Instant now) {
        String method = entry.status() == CalendarEntry.Status.CANCELLED ? "CANCEL" : "REQUEST";
        CalendarText text = begin(begun(method), entry, now);
        text.line("ORGANIZER;" + organiser.parameter(), "mailto:" + organiser.email());
        text.line(
                "ATTENDEE;"
                        + attendee.parameter()
                        + ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE",
                "mailto:" + attendee.email());
        return new CalendarMessage(method, end(text, entry).line("END", "VCALENDAR").toString());
    }

    private static CalendarText begun(String method) {
        return new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Hadir//Hadir//ID")
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", method);
    }

    private static CalendarText begin(CalendarText text, CalendarEntry entry, Instant stamp) {
        text.line("BEGIN", "VEVENT")
                .line("UID", entry.id() + "@hadir.id")
                .line("SEQUENCE", String.valueOf(entry.sequence()))
                .line("DTSTAMP", UTC.format(stamp));
        if (entry.created() != null) {
            text.line("CREATED", UTC.format(entry.created()));
        }
        return text.line("LAST-MODIFIED", UTC.format(entry.modified()));
    }

    private static CalendarText end(CalendarText text, CalendarEntry entry) {
        when(text, entry);
        text.text("SUMMARY", entry.title())
                .line("STATUS", entry.status().name())
                .line("URL", entry.url());
        if (entry.place() != null && !entry.place().isEmpty()) {
            text.text("LOCATION", entry.place());
        }
        return text.text("DESCRIPTION", entry.description()).line("END", "VEVENT");
    }

    /** Without a time of day it is a day. */
    private static void when(CalendarText text, CalendarEntry entry) {
        LocalDate day = entry.day();
        if (entry.startsAt() != null) {
            text.line("DTSTART", UTC.format(entry.startsAt()));
        } else if (day != null) {
            text.line("DTSTART;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
        }
        if (entry.endsAt() != null) {
            text.line("DTEND", UTC.format(entry.endsAt()));
        }
    }
}
