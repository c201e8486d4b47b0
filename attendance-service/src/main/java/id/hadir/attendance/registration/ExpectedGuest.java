package id.hadir.attendance.registration;

/**
 * Who comes by the answer of an invited office.
 *
 * @param represents whether somebody is sent in place of the one who is invited
 * @param name empty while it is not known yet, as the position
 */
public record ExpectedGuest(boolean represents, String name, String position) {}
