/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.answer;

import org.jspecify.annotations.NullMarked;
