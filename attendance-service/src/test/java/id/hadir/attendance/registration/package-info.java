/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.registration;

import org.jspecify.annotations.NullMarked;
