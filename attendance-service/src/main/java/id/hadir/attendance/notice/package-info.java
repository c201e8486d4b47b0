/** What people are told about their data, and for how long it is kept. */
@NullMarked
package id.hadir.attendance.notice;

import org.jspecify.annotations.NullMarked;
