package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.registration.Registration;

/** A valid ticket and what it is for. */
record HeldTicket(Event event, Registration registration) {}
