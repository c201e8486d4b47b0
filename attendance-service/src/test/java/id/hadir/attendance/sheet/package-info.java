/** Tests of the daftar hadir. */
@NullMarked
package id.hadir.attendance.sheet;

import org.jspecify.annotations.NullMarked;
