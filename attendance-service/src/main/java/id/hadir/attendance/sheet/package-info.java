/**
 * The daftar hadir: the attendance sheet on paper, to sign before an event and to file after it.
 */
@NullMarked
package id.hadir.attendance.sheet;

import org.jspecify.annotations.NullMarked;
