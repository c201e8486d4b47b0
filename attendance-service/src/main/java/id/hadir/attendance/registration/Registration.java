package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.ticket.TicketCode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's seat at one event.
 *
 * @param unitKey what makes two units the same one: the id, or the folded name of one that has none
 * @param waitlistNo place in the order of the waitlist; null for one who never waited
 */
public record Registration(
        UUID eventId,
        UUID id,
        Status status,
        Unit unit,
        String unitKey,
        Attendee attendee,
        @Nullable Representing representing,
        Source source,
        TicketCode code,
        @Nullable Long waitlistNo,
        Instant registeredAt,
        @Nullable Instant checkedInAt,
        @Nullable String device,
        long version) {

    public enum Status {
        CONFIRMED,
        WAITLISTED,
        CANCELLED,
        /** Somebody else has taken the seat over; the ticket is revoked. */
        SUBSTITUTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public enum Source {
        WEB("web"),
        IMPORT("import"),
        WALK_IN("walk-in");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Source ofCode(String code) {
            for (Source source : values()) {
                if (source.code.equals(code)) {
                    return source;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }

    /** Somebody who waits stands at the door: their ticket stays, and is a guest's from now on. */
    Registration letIn(Instant at, @Nullable String desk) {
        if (status != Status.WAITLISTED) {
            throw new IllegalStateException(
                    "only who waits is let in so, this registration is " + status);
        }
        return new Registration(
                eventId,
                id,
                Status.CONFIRMED,
                unit,
                unitKey,
                attendee,
                representing,
                Source.WALK_IN,
                code,
                waitlistNo,
                registeredAt,
                at,
                desk,
                version + 1);
    }

    public boolean holdsASeat() {
        return status == Status.CONFIRMED || status == Status.WAITLISTED;
    }

    /** Why its holder can neither give it back nor hand it on; null when they can. */
    @Nullable Refusal refusalOfChange(boolean hasEventEnded) {
        return switch (status) {
            case CANCELLED -> Refusal.REGISTRATION_CANCELLED;
            case SUBSTITUTED -> Refusal.TICKET_REVOKED;
            case CONFIRMED, WAITLISTED -> {
                if (checkedInAt != null) {
                    yield Refusal.ALREADY_CHECKED_IN;
                }
                yield hasEventEnded ? Refusal.REGISTRATION_CLOSED : null;
            }
        };
    }

    Registration with(Status next) {
        return new Registration(
                eventId,
                id,
                next,
                unit,
                unitKey,
                attendee,
                representing,
                source,
                code,
                waitlistNo,
                registeredAt,
                checkedInAt,
                device,
                version + 1);
    }

    /** The same seat and ticket of the same person, who is written down anew. */
    Registration correctedTo(Attendee corrected) {
        return new Registration(
                eventId,
                id,
                status,
                unit,
                unitKey,
                corrected,
                representing,
                source,
                code,
                waitlistNo,
                registeredAt,
                checkedInAt,
                device,
                version + 1);
    }

    public Registration attendedAt(Instant at, @Nullable String desk) {
        if (status != Status.CONFIRMED || checkedInAt != null) {
            throw new IllegalStateException(
                    "only a confirmed registration is checked in, and once; this one is " + status);
        }
        return new Registration(
                eventId,
                id,
                status,
                unit,
                unitKey,
                attendee,
                representing,
                source,
                code,
                waitlistNo,
                registeredAt,
                at,
                desk,
                version + 1);
    }
}
