/**
 * The door: who is checked in by which scan, who walks in, and which unit sent word that nobody
 * comes.
 */
@NullMarked
package id.hadir.attendance.checkin;

import org.jspecify.annotations.NullMarked;
