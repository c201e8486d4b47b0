/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.person;

import org.jspecify.annotations.NullMarked;
