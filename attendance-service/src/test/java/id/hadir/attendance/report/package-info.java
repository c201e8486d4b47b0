/** Tests of this feature. */
@NullMarked
package id.hadir.attendance.report;

import org.jspecify.annotations.NullMarked;
