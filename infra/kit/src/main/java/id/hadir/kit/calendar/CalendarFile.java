package id.hadir.kit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/**
 * Writes entries as an iCalendar object. Times are in UTC: the zones of Indonesia have no daylight
 * saving, and an Instant needs no VTIMEZONE.
 */
public final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String REFRESH = "PT1H";

    private CalendarFile() {}

    /** To download; what has no day is left out. */
    public static String published(String name, List<CalendarEntry> entries) {
        return published(new CalendarText(), name, entries);
    }

    /**
     * To subscribe to: programs are told how often to come again (RFC 7986, and the older word that
     * Outlook knows).
     */
    public static String feed(String name, List<CalendarEntry> entries) {
        CalendarText news =
                new CalendarText()
                        .line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
                        .line("X-PUBLISHED-TTL", REFRESH);
        return published(news, name, entries);
    }

    /**
     * The part of a mail that puts the event into its reader's calendar, moves it there or takes it
     * away (RFC 5546, 6047). It asks for no answer: Hadir has its own form for that.
     */
    public static CalendarMessage message(CalendarEntry entry, Party attendee, Instant now) {
        String method = entry.status() == CalendarEntry.Status.CANCELLED ? "CANCEL" : "REQUEST";
        CalendarText text = begin(begun().line("METHOD", method), entry, now);
        text.line(
                "ATTENDEE;"
                        + attendee.parameter()
                        + ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE",
                attendee.address());
        return new CalendarMessage(method, ended(end(text, entry)));
    }

    /** A calendar has one component or more, and what is published one event or more. */
    private static String published(
            CalendarText properties, String name, List<CalendarEntry> entries) {
        List<CalendarEntry> known = entries.stream().filter(CalendarEntry::hasDay).toList();
        CalendarText text = begun();
        if (!known.isEmpty()) {
            text.line("METHOD", "PUBLISH");
        }
        text.text("X-WR-CALNAME", name).lines(properties);
        if (known.isEmpty()) {
            zone(text);
        }
        known.forEach(entry -> end(begin(text, entry, entry.modified()), entry));
        return ended(text);
    }

    /** Of which nobody asks anything: it stands where there is no event. */
    private static void zone(CalendarText text) {
        text.line("BEGIN", "VTIMEZONE")
                .line("TZID", "Asia/Jakarta")
                .line("BEGIN", "STANDARD")
                .line("DTSTART", "19700101T000000")
                .line("TZOFFSETFROM", "+0700")
                .line("TZOFFSETTO", "+0700")
                .line("TZNAME", "WIB")
                .line("END", "STANDARD")
                .line("END", "VTIMEZONE");
    }

    private static CalendarText begun() {
        return new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Hadir//Hadir//ID")
                .line("CALSCALE", "GREGORIAN");
    }

    private static String ended(CalendarText text) {
        return text.line("END", "VCALENDAR").toString();
    }

    private static CalendarText begin(CalendarText text, CalendarEntry entry, Instant stamp) {
        text.line("BEGIN", "VEVENT")
                .line("UID", entry.id() + "@hadir.id")
                .line("SEQUENCE", String.valueOf(entry.sequence()))
                .line("DTSTAMP", UTC.format(stamp))
                .line("ORGANIZER;" + entry.organiser().parameter(), entry.organiser().address());
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

    /** Without a time of day it is a day, whatever is known of its end. */
    private static void when(CalendarText text, CalendarEntry entry) {
        LocalDate day = entry.day();
        if (entry.startsAt() == null) {
            text.line(
                    "DTSTART;VALUE=DATE",
                    DateTimeFormatter.BASIC_ISO_DATE.format(Objects.requireNonNull(day)));
            return;
        }
        text.line("DTSTART", UTC.format(entry.startsAt()));
        if (entry.endsAt() != null) {
            text.line("DTEND", UTC.format(entry.endsAt()));
        }
    }
}
