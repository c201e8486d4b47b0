package id.hadir.kit.calendar;

/**
 * A calendar's part of a mail.
 *
 * @param method {@code REQUEST} or {@code CANCEL}
 */
public record CalendarMessage(String method, String text) {}
