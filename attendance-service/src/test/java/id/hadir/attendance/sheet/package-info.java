/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.sheet;

import org.jspecify.annotations.NullMarked;
