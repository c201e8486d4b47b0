package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.registration.Registration.Status;

/** An event and how many of its seats are given out, read under the lock of its row. */
record EventSeats(Event event, int confirmed, int waitlisted, long nextWaitlistNo) {

    boolean isFull() {
        return event.capacity() != null && confirmed >= event.capacity();
    }

    EventSeats confirmOne() {
        return new EventSeats(event, confirmed + 1, waitlisted, nextWaitlistNo);
    }

    EventSeats waitlistOne() {
        return new EventSeats(event, confirmed, waitlisted + 1, nextWaitlistNo + 1);
    }

    EventSeats promoteOne() {
        return new EventSeats(event, confirmed + 1, waitlisted - 1, nextWaitlistNo);
    }

    EventSeats release(Status status) {
        return switch (status) {
            case CONFIRMED -> new EventSeats(event, confirmed - 1, waitlisted, nextWaitlistNo);
            case WAITLISTED -> new EventSeats(event, confirmed, waitlisted - 1, nextWaitlistNo);
            case CANCELLED, SUBSTITUTED -> this;
        };
    }
}
