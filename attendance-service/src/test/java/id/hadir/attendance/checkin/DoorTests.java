package id.hadir.attendance.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.person.PersonName;
import id.hadir.attendance.registration.Attendee;
import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.ticket.TicketCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Decisions at the door, without a database. */
class DoorTests {

    private static final UUID EVENT = new UUID(1, 1);
    private static final Instant NINE = Instant.parse("2027-08-11T02:00:00Z");

    private final Registration siti = registration(EVENT, Registration.Status.CONFIRMED);

    @Test
    void theSameNonceInOneBatchIsAnsweredOnce() {
        Door door = new Door(EVENT, List.of(siti), Map.of());
        Scan first = scan("a", new Scan.Shown.Code(siti.code()));
        CheckInAnswer answer = door.decide(first);
        assertThat(door.decide(scan("a", new Scan.Shown.Nothing()))).isEqualTo(answer);
        assertThat(door.decide(scan("b", new Scan.Shown.Code(siti.code()))).outcome())
                .isEqualTo(Outcome.ALREADY_CHECKED_IN);
        assertThat(door.decided()).hasSize(2);
    }

    @Test
    void aCodeOfAnotherEventShowsNobody() {
        Registration elsewhere = registration(new UUID(9, 9), Registration.Status.CONFIRMED);
        Door door = new Door(EVENT, List.of(elsewhere), Map.of());
        assertThat(door.decide(scan("a", new Scan.Shown.Code(elsewhere.code()))))
                .isEqualTo(new CheckInAnswer(Outcome.WRONG_EVENT, null, null));
    }

    private static Scan scan(String nonce, Scan.Shown shown) {
        return new Scan(nonce, shown, NINE, "pintu-1");
    }

    private static Registration registration(UUID event, Registration.Status status) {
        return new Registration(
                event,
                UUID.randomUUID(),
                status,
                new Unit(null, "Dinas A", null, null),
                "name:dinas a",
                new Attendee(PersonName.of("Siti"), null, null, null, null),
                null,
                Registration.Source.WEB,
                TicketCode.random(),
                null,
                NINE,
                null,
                null,
                1);
    }
}
