package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.registration.Registration.Source;
import id.hadir.attendance.registration.Registration.Status;
import id.hadir.attendance.registration.Roster.Answered;
import id.hadir.attendance.registration.Roster.Invitation;
import id.hadir.attendance.registration.Roster.Present;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides the applications of one batch, one after the other: each sees the seats that those before
 * it took. It reads nothing and writes nothing. Verdicts are looked for in the contract's order.
 */
final class Admission {

    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<String, Answered> answers;
    private final People people;
    private final Map<UUID, Invitation> invitations = new HashMap<>();
    private final Map<String, Invitation> invitationsByToken = new HashMap<>();
    private final Map<UUID, Unit> units;
    private EventSeats seats;

    Admission(EventSeats seats, Roster roster) {
        this.seats = seats;
        this.answers = new HashMap<>(roster.answers());
        this.people = new People(roster.people());
        this.units = roster.units();
        roster.invitations().forEach(this::remember);
    }

    Verdict decide(Application application) {
        Application.IdempotencyKey key = application.key();
        Answered before = key == null ? null : answers.get(key.key());
        if (key != null && before != null) {
            return before.to(key);
        }
        Refusal closed = closed(seats.event(), application);
        if (closed != null) {
            return new Verdict.Refused(closed);
        }
        Place place = place(application);
        Refusal refusal = place == null ? notPlaced(application) : refuse(application, place);
        return refusal == null
                ? admit(application, Objects.requireNonNull(place))
                : new Verdict.Refused(refusal);
    }

    /**
     * The registrations to write, in the order of their admission, with the answers to keep beside
     * them.
     */
    List<Receipt> receipts() {
        return receipts;
    }

    EventSeats seats() {
        return seats;
    }

    /** The unit that the applicant comes for, and its invitation if it has one. */
    private record Place(Unit unit, String key, @Nullable Invitation invitation) {}

    /** Paper may be typed in after the event, and the door is open to whoever stands there. */
    private static @Nullable Refusal closed(Event event, Application application) {
        return switch (event.status()) {
            case DRAFT -> Refusal.NOT_FOUND;
            case CANCELLED -> Refusal.EVENT_CANCELLED;
            case PUBLISHED -> {
                if (application.source() != Source.WEB) {
                    yield null;
                }
                if (event.isClosed(application.at())) {
                    yield Refusal.REGISTRATION_CLOSED;
                }
                yield event.isNotOpenYet(application.at()) ? Refusal.REGISTRATION_NOT_OPEN : null;
            }
        };
    }

    private @Nullable Place place(Application application) {
        Application.Office office = application.office();
        Invitation invited = null;
        UUID unitId = office.unitId();
        if (office.tokenHash() != null) {
            invited = invitationsByToken.get(office.tokenHash());
            if (invited == null || (unitId != null && !unitId.equals(invited.unitId()))) {
                return null;
            }
            unitId = invited.unitId();
        }
        boolean openToAll = isOpenToAll(application);
        if (unitId == null) {
            String name = office.unitName();
            return openToAll && name != null
                    ? new Place(
                            new Unit(null, name, null, null), Application.Office.keyOf(name), null)
                    : null;
        }
        invited = invitations.get(unitId);
        Unit unit = units.get(unitId);
        return unit == null || (invited == null && !openToAll)
                ? null
                : new Place(unit, Application.Office.keyOf(unitId), invited);
    }

    private boolean isOpenToAll(Application application) {
        return seats.event().mode() == Event.Mode.OPEN || application.source() == Source.WALK_IN;
    }

    private Refusal notPlaced(Application application) {
        return isOpenToAll(application) && application.office().tokenHash() == null
                ? Refusal.UNKNOWN_UNIT
                : Refusal.NOT_INVITED;
    }

    private @Nullable Refusal refuse(Application application, Place place) {
        Invitation invited = place.invitation();
        if (invited != null
                && invited.inPerson()
                && application.representing() != null
                && !wasThere(application)) {
            return Refusal.IN_PERSON_REQUIRED;
        }
        if (people.has(application.attendee(), place.key(), application.representing() != null)) {
            return Refusal.ALREADY_REGISTERED;
        }
        if (wasThere(application)) {
            return null;
        }
        if (invited != null && invited.taken() >= invited.seats()) {
            return Refusal.UNIT_SEATS_TAKEN;
        }
        return seats.isFull() && !seats.event().waitlist() ? Refusal.EVENT_FULL : null;
    }

    /** No limit undoes what has happened: at the door, or on a sheet that was signed there. */
    private static boolean wasThere(Application application) {
        return application.attendedAt() != null;
    }

    private Verdict admit(Application application, Place place) {
        boolean waits = seats.isFull() && !wasThere(application);
        Long waitlistNo = waits ? seats.nextWaitlistNo() : null;
        seats = waits ? seats.waitlistOne() : seats.confirmOne();
        Registration registration =
                new Registration(
                        application.eventId(),
                        application.registrationId(),
                        waits ? Status.WAITLISTED : Status.CONFIRMED,
                        place.unit(),
                        place.key(),
                        application.attendee(),
                        application.representing(),
                        application.source(),
                        application.code(),
                        waitlistNo,
                        application.at(),
                        waits ? null : application.attendedAt(),
                        application.device(),
                        1);
        Receipt receipt =
                new Receipt(
                        seats.event(),
                        registration,
                        registration.status(),
                        waits ? seats.waitlisted() : null);
        receipts.add(receipt);
        people.add(
                new Present(place.key(), application.attendee().name().bare(), application.nip()));
        if (place.invitation() != null) {
            remember(takeOne(place.invitation()));
        }
        if (application.key() != null) {
            answers.put(
                    application.key().key(), new Answered(application.key().bodyHash(), receipt));
        }
        return new Verdict.Admitted(receipt, true);
    }

    private void remember(Invitation invitation) {
        invitations.put(invitation.unitId(), invitation);
        if (invitation.tokenHash() != null) {
            invitationsByToken.put(invitation.tokenHash(), invitation);
        }
    }

    private static Invitation takeOne(Invitation invitation) {
        return new Invitation(
                invitation.unitId(),
                invitation.seats(),
                invitation.inPerson(),
                invitation.tokenHash(),
                invitation.taken() + 1);
    }
}
