package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.person.Nip;
import id.hadir.attendance.person.PersonName;
import id.hadir.attendance.registration.Registration.Source;
import id.hadir.attendance.registration.Registration.Status;
import id.hadir.attendance.registration.Roster.Invitation;
import id.hadir.attendance.registration.Roster.Present;
import id.hadir.attendance.ticket.TicketCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions inside one batch, without a database. */
class AdmissionTests {

    private static final Instant NOW = Instant.parse("2027-08-01T02:00:00Z");
    private static final UUID EVENT = new UUID(1, 1);
    private static final UUID BAROS = new UUID(2, 1);
    private static final UUID ANYAR = new UUID(2, 2);
    private static final String SITI = "197805122003122001";

    private final Map<UUID, Unit> units =
            Map.of(
                    BAROS, new Unit(BAROS, "Kecamatan Baros", "kecamatan", "36.04.06"),
                    ANYAR, new Unit(ANYAR, "Kecamatan Anyar", "kecamatan", "36.04.11"));

    @Test
    void theSeatsRunOutInsideTheBatch() {
        Admission admission = admission(event(2, Event.Mode.OPEN, true), 1, List.of(), List.of());
        assertThat(status(admission.decide(from(BAROS, "Satu", null)))).isEqualTo(Status.CONFIRMED);
        Verdict second = admission.decide(from(BAROS, "Dua", null));
        assertThat(status(second)).isEqualTo(Status.WAITLISTED);
        assertThat(second.orThrow().waitlistPosition()).isEqualTo(1);
        assertThat(admission.decide(from(BAROS, "Tiga", null)).orThrow().waitlistPosition())
                .isEqualTo(2);
        assertThat(admission.seats())
                .isEqualTo(new EventSeats(admission.seats().event(), 2, 2, 9, 1));
        assertThat(admission.receipts())
                .extracting(r -> r.registration().waitlistNo())
                .containsExactly(null, 7L, 8L);
    }

    @Test
    void theSecondOfTheSamePersonInTheBatchIsRefused() {
        Admission admission =
                admission(event(null, Event.Mode.OPEN, true), 0, List.of(), List.of());
        assertThat(status(admission.decide(from(BAROS, "Siti Rahayu", SITI))))
                .isEqualTo(Status.CONFIRMED);
        assertThat(refusal(admission.decide(from(BAROS, "S. Rahayu", SITI))))
                .isEqualTo(Refusal.ALREADY_REGISTERED);
        assertThat(refusal(admission.decide(from(BAROS, "siti rahayu", null))))
                .isEqualTo(Refusal.ALREADY_REGISTERED);
        assertThat(refusal(admission.decide(from(ANYAR, "Siti Rahayu", SITI))))
                .isEqualTo(Refusal.ALREADY_REGISTERED);
        assertThat(status(admission.decide(from(ANYAR, "Siti Rahayu", null))))
                .isEqualTo(Status.CONFIRMED);
    }

    @Test
    void anOfficesLastSeatGoesToTheFirstInTheBatch() {
        Invitation last = new Invitation(BAROS, 3, false, null, 2);
        Admission admission =
                admission(event(100, Event.Mode.INVITED, true), 2, List.of(), List.of(last));
        assertThat(status(admission.decide(from(BAROS, "Satu", null)))).isEqualTo(Status.CONFIRMED);
        assertThat(refusal(admission.decide(from(BAROS, "Dua", null))))
                .isEqualTo(Refusal.UNIT_SEATS_TAKEN);
        assertThat(refusal(admission.decide(from(ANYAR, "Tiga", null))))
                .isEqualTo(Refusal.NOT_INVITED);
    }

    @Test
    void theSameKeyTwiceInOneBatchGetsOneAnswer() {
        Admission admission = admission(event(1, Event.Mode.OPEN, false), 0, List.of(), List.of());
        Verdict first = admission.decide(keyed(from(BAROS, "Budi", null), "k", "body"));
        Verdict again = admission.decide(keyed(from(BAROS, "Budi", null), "k", "body"));
        Verdict other = admission.decide(keyed(from(BAROS, "Lain", null), "k", "other body"));
        assertThat(again.orThrow()).isEqualTo(first.orThrow());
        assertThat(refusal(other)).isEqualTo(Refusal.IDEMPOTENCY_KEY_REUSED);
        assertThat(admission.receipts()).hasSize(1);
    }

    /**
     * The contract's order of verdicts: in-person, then already registered, then the office's
     * seats, then the event's.
     */
    @Test
    void theFirstVerdictInOrderIsTold() {
        Present siti = new Present(BAROS.toString(), "siti", null);
        Invitation full = new Invitation(BAROS, 1, true, null, 1);
        Admission admission =
                admission(event(1, Event.Mode.INVITED, false), 1, List.of(siti), List.of(full));
        Application represented = from(BAROS, "Siti", null, new Representing("Camat", null, null));
        assertThat(refusal(admission.decide(represented))).isEqualTo(Refusal.IN_PERSON_REQUIRED);
        assertThat(refusal(admission.decide(from(BAROS, "Siti", null))))
                .isEqualTo(Refusal.ALREADY_REGISTERED);
        assertThat(refusal(admission.decide(from(BAROS, "Budi", null))))
                .isEqualTo(Refusal.UNIT_SEATS_TAKEN);

        Invitation free = new Invitation(ANYAR, 1, false, null, 0);
        Admission fullEvent =
                admission(event(1, Event.Mode.INVITED, false), 1, List.of(), List.of(free));
        assertThat(refusal(fullEvent.decide(from(ANYAR, "Budi", null))))
                .isEqualTo(Refusal.EVENT_FULL);
    }

    @Test
    void theWaitlistMovesUpInOrderAndPassesOverWhoseSeatsAreGone() {
        EventSeats seats = new EventSeats(event(4, Event.Mode.INVITED, true), 2, 4, 9, 1);
        List<Registration> waiting =
                List.of(waiting(BAROS, 1), waiting(BAROS, 2), waiting(ANYAR, 3), waiting(ANYAR, 4));
        List<Registration> chosen =
                Waitlist.promotable(
                        seats,
                        List.of(
                                new Waitlist.Waiting(waiting.get(0), 1, 1),
                                new Waitlist.Waiting(waiting.get(1), 0, 0),
                                new Waitlist.Waiting(waiting.get(2), 1, 0),
                                new Waitlist.Waiting(waiting.get(3), 1, 0)));
        assertThat(chosen).containsExactly(waiting.get(2));
    }

    private Registration waiting(UUID unitId, long number) {
        Admission admission = admission(event(0, Event.Mode.OPEN, true), 0, List.of(), List.of());
        return admission.decide(from(unitId, "Peserta " + number, null)).orThrow().registration();
    }

    private Admission admission(
            Event event, int confirmed, List<Present> people, List<Invitation> invitations) {
        return new Admission(
                new EventSeats(event, confirmed, 0, 7, 1),
                new Roster(Map.of(), people, invitations, units));
    }

    private static Event event(@Nullable Integer capacity, Event.Mode mode, boolean waitlist) {
        return new Event(
                EVENT,
                "rakor",
                Event.Status.PUBLISHED,
                "Rakor",
                "agency",
                "Bawaslu",
                null,
                null,
                null,
                NOW.plusSeconds(3600),
                null,
                NOW.plusSeconds(7200),
                ZoneId.of("Asia/Jakarta"),
                capacity,
                mode,
                null,
                null,
                waitlist,
                null);
    }

    private static Application from(UUID unitId, String name, @Nullable String nip) {
        return from(unitId, name, nip, null);
    }

    private static Application from(
            UUID unitId, String name, @Nullable String nip, @Nullable Representing representing) {
        return new Application(
                EVENT,
                UUID.randomUUID(),
                TicketCode.random(),
                new Application.Office(unitId, null, null),
                new Attendee(
                        PersonName.of(name), nip == null ? null : new Nip(nip), null, null, null),
                representing,
                Source.WEB,
                null,
                NOW,
                null,
                null);
    }

    private static Application keyed(Application a, String key, String body) {
        return new Application(
                a.eventId(),
                a.registrationId(),
                a.code(),
                a.office(),
                a.attendee(),
                a.representing(),
                a.source(),
                new Application.IdempotencyKey(key, body),
                a.at(),
                null,
                null);
    }

    private static Status status(Verdict verdict) {
        return verdict.orThrow().status();
    }

    private static Refusal refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).refusal();
    }
}
