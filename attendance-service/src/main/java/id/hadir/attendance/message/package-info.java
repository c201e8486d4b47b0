/** Messages to attendees: queued in the database, sent by e-mail, told nobody else. */
@NullMarked
package id.hadir.attendance.message;

import org.jspecify.annotations.NullMarked;
