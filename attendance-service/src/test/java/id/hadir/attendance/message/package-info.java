/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.message;

import org.jspecify.annotations.NullMarked;
