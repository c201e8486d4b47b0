/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.ticket;

import org.jspecify.annotations.NullMarked;
