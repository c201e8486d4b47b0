package id.hadir.attendance.report;

import org.jspecify.annotations.Nullable;

/**
 * Units of one kecamatan (or of one province, at an event of provinces and regencies), counted by
 * their state. Offices above a kecamatan stand under their own regency or province.
 *
 * @param regionCode null for units that are not in the list of units
 * @param name name of the office that heads the region, where there is one
 * @param guests units that came without being invited; they stand in no other count
 */
public record RegionAttendance(
        @Nullable String regionCode,
        @Nullable String name,
        int units,
        int present,
        int represented,
        int excused,
        int absent,
        int expected,
        int guests) {}
