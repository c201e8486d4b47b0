package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import java.time.Instant;

/** Whether an event takes registrations from the web right now, and if not, why. */
enum Gate {
    OPEN("open"),
    NOT_OPEN("notOpen"),
    CLOSED("closed"),
    CANCELLED("cancelled"),
    ENDED("ended"),
    FULL("full");

    private final String text;

    Gate(String text) {
        this.text = text;
    }

    /** Last part of the key of its text, {@code registration.gate.…}. */
    String text() {
        return text;
    }

    static Gate of(Event event, boolean isFull, Instant now) {
        if (event.status() == Event.Status.CANCELLED) {
            return CANCELLED;
        }
        if (event.hasEnded(now)) {
            return ENDED;
        }
        if (event.isClosed(now)) {
            return CLOSED;
        }
        if (event.isNotOpenYet(now)) {
            return NOT_OPEN;
        }
        return isFull && !event.waitlist() ? FULL : OPEN;
    }
}
