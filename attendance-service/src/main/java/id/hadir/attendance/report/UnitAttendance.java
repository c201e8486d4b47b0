package id.hadir.attendance.report;

import id.hadir.attendance.eventcopy.Unit;

/**
 * One unit at one event.
 *
 * @param unitKey the id of the unit, or the folded name of one that has none
 * @param seats invited seats; 0 for a unit that was not invited
 * @param registered registrations that hold a seat, walk-ins among them
 * @param attended registrations checked in
 * @param represented those of them who sat in for somebody
 * @param excused 1 when the unit's state is excused
 * @param absent the invited seats, when the unit's state is absent
 */
public record UnitAttendance(
        String unitKey,
        Unit unit,
        int seats,
        int registered,
        int attended,
        int represented,
        int excused,
        int absent,
        UnitState state) {}
