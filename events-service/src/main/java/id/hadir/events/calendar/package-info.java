/** Events for calendars (RFC 5545): one, or those of a region to subscribe to. */
@NullMarked
package id.hadir.events.calendar;

import org.jspecify.annotations.NullMarked;
