package id.hadir.events.series;

import id.hadir.kit.problem.FieldErrors;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The days of a recurrence rule (RFC 5545, 3.3.10): the one adapter to the library that reads it.
 */
final class Recurrence {

    private static final int LONGEST = 200;
    private static final Set<Freq> BY_DAYS =
            Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    private Recurrence() {}

    /**
     * The first day, whether or not the rule names it, and those that follow; {@code COUNT} counts
     * it.
     *
     * @param zone in which the rule's end is a day
     * @return empty when the rule was wrong, without an end or too long, and an error was added
     */
    static List<LocalDate> days(
            String rrule, LocalDate first, ZoneId zone, int atMost, FieldErrors errors) {
        try {
            RecurrenceRule rule = rule(rrule, zone);
            if (rule.isInfinite()) {
                errors.add("rrule", "rrule-endless", atMost);
                return List.of();
            }
            int most = rule.getCount() == null ? atMost + 1 : rule.getCount();
            List<LocalDate> days =
                    most > atMost + 1
                            ? List.of()
                            : days(rule.iterator(dateTime(first)), first, most);
            if (days.isEmpty() || days.size() > atMost) {
                errors.add("rrule", "too-many", atMost);
                return List.of();
            }
            if (days.size() == 1) {
                errors.add("rrule", "rrule-once");
            }
            return days;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException notARule) {
            errors.add("rrule", "invalid-rrule");
            return List.of();
        }
    }

    private static RecurrenceRule rule(String text, ZoneId zone)
            throws InvalidRecurrenceRuleException {
        String bare = text.startsWith("RRULE:") ? text.substring(6) : text;
        RecurrenceRule rule =
                new RecurrenceRule(
                        bare.length() > LONGEST ? "" : bare, RecurrenceRule.RfcMode.RFC5545_STRICT);
        // the library's parts may not be touched before its rule was: they need each other's class
        List<Part> withinADay = List.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND);
        if (!BY_DAYS.contains(rule.getFreq()) || withinADay.stream().anyMatch(rule::hasPart)) {
            throw new IllegalArgumentException("within a day");
        }
        DateTime until = rule.getUntil();
        if (until != null && !until.isAllDay()) {
            DateTime local =
                    until.isFloating() ? until : until.shiftTimeZone(TimeZone.getTimeZone(zone));
            rule.setUntil(new DateTime(local.getYear(), local.getMonth(), local.getDayOfMonth()));
        }
        return rule;
    }

    /** The library gives up by itself, with an IllegalArgumentException, on what never comes. */
    private static List<LocalDate> days(RecurrenceRuleIterator dates, LocalDate first, int most) {
        List<LocalDate> days = new ArrayList<>(List.of(first));
        while (days.size() < most && dates.hasNext()) {
            DateTime next = dates.nextDateTime();
            LocalDate day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (day.isAfter(first)) {
                days.add(day);
            }
        }
        return days;
    }

    private static DateTime dateTime(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }
}
