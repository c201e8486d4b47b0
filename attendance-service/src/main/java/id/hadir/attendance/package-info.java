/** Registration, tickets, check-in and attendance reports. */
@NullMarked
package id.hadir.attendance;

import org.jspecify.annotations.NullMarked;
