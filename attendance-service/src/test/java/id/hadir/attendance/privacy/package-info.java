/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.privacy;

import org.jspecify.annotations.NullMarked;
