/**
 * What UU 27/2022 asks for: people see, correct and object to what is kept of them, and it is
 * erased when it is no longer needed.
 */
@NullMarked
package id.hadir.attendance.privacy;

import org.jspecify.annotations.NullMarked;
