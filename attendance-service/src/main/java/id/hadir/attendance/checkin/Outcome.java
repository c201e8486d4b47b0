package id.hadir.attendance.checkin;

import java.util.Locale;

/** What the desk is told of a scan. */
public enum Outcome {
    ACCEPTED,
    ALREADY_CHECKED_IN,
    NOT_REGISTERED,
    WAITLISTED,
    CANCELLED,
    REVOKED,
    WRONG_EVENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
