package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.registration.Registration;

/**
 * A valid ticket and what it is for.
 *
 * @param sequence of the event's calendar entry
 */
record HeldTicket(Event event, Registration registration, int sequence) {}
