/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.checkin;

import org.jspecify.annotations.NullMarked;
