/** What invited offices answer before the event: that they come, send somebody, or are excused. */
@NullMarked
package id.hadir.attendance.answer;

import org.jspecify.annotations.NullMarked;
