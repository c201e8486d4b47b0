package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.registration.Registration.Status;

/**
 * An event and how many of its seats are given out.
 *
 * @param version of the event's row of seats: everybody who decides about them raises it
 */
record EventSeats(Event event, int confirmed, int waitlisted, long nextWaitlistNo, long version) {

    boolean isFull() {
        return event.capacity() != null && confirmed >= event.capacity();
    }

    EventSeats confirmOne() {
        return new EventSeats(event, confirmed + 1, waitlisted, nextWaitlistNo, version);
    }

    EventSeats waitlistOne() {
        return new EventSeats(event, confirmed, waitlisted + 1, nextWaitlistNo + 1, version);
    }

    EventSeats promoteOne() {
        return new EventSeats(event, confirmed + 1, waitlisted - 1, nextWaitlistNo, version);
    }

    EventSeats release(Status status) {
        return switch (status) {
            case CONFIRMED ->
                    new EventSeats(event, confirmed - 1, waitlisted, nextWaitlistNo, version);
            case WAITLISTED ->
                    new EventSeats(event, confirmed, waitlisted - 1, nextWaitlistNo, version);
            case CANCELLED, SUBSTITUTED -> this;
        };
    }
}
