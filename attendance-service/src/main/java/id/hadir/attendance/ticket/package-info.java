/** The ticket as a credential: its short code and the signed text of its QR. */
@NullMarked
package id.hadir.attendance.ticket;

import org.jspecify.annotations.NullMarked;
