/** Who has a seat at an event: registering, the waitlist, cancelling, substituting, importing. */
@NullMarked
package id.hadir.attendance.registration;

import org.jspecify.annotations.NullMarked;
