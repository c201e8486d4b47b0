package id.hadir.attendance.report;

/**
 * An event in numbers.
 *
 * @param registered registrations that hold a seat, walk-ins among them
 * @param attended registrations checked in; {@code people} are the distinct persons among them
 * @param represented those of them who sat in for somebody
 * @param excused units of which nobody came and that sent word
 * @param absent invited seats of units of which nobody came and that sent no word, once the event
 *     has ended
 */
public record Totals(
        int invitedUnits,
        int invitedSeats,
        int registered,
        int waitlisted,
        int attended,
        int represented,
        int excused,
        int absent,
        int walkIns,
        int people,
        int unitsAttended,
        int unitsAbsent) {}
