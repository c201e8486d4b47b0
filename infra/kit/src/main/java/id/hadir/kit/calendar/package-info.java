/** Events as other programs' calendars read them: iCalendar (RFC 5545) and its messages (iMIP). */
@NullMarked
package id.hadir.kit.calendar;

import org.jspecify.annotations.NullMarked;
