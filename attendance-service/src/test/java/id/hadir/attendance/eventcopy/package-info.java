/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.eventcopy;

import org.jspecify.annotations.NullMarked;
