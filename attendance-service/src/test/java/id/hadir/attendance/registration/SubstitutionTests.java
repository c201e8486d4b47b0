package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.attendance.registration.RegistrationRequest.AttendeeRequest;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.feed.Feed;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A seat that changes hands is never lost between the two. */
@ServiceTest
class SubstitutionTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private DatabaseClient database;
    @Autowired private RegistrationQueries queries;
    @Autowired private RosterQueries rosters;
    @Autowired private Registering registering;
    @Autowired private Waitlist waitlist;
    @Autowired private Feed feed;
    @Autowired private Audit audit;
    @Autowired private Clock clock;
    @Autowired private TransactionalOperator transaction;

    @Test
    void theOldTicketKeepsItsSeatWhenTheNewOneIsNotWritten() {
        UUID event = sample.event(e -> e);
        String code =
                api.registered(event, api.person(sample.invitedUnit(event, 1), "Siti", ""))
                        .path("ticket")
                        .path("code")
                        .stringValue();
        SubstituteRequest request =
                new SubstituteRequest(
                        new AttendeeRequest("Budi", null, null, null, null), "Surat tugas 1");

        assertThatThrownBy(() -> outOfDate().substitute(code, request, null).block(PATIENCE))
                .hasMessageContaining("locked seats");
        Receipt kept = Objects.requireNonNull(outOfDate().find(code).block(PATIENCE));
        assertThat(kept.registration().status()).isEqualTo(Registration.Status.CONFIRMED);
    }

    private TicketHolder outOfDate() {
        OutOfDateStore store = new OutOfDateStore(database);
        return new TicketHolder(
                queries,
                store,
                registering,
                new Substitution(queries, store, rosters, feed, audit, clock),
                waitlist,
                feed,
                audit,
                clock,
                transaction);
    }

    /** Tells the seats as they were before it locked them. */
    private static final class OutOfDateStore extends RegistrationStore {

        OutOfDateStore(DatabaseClient database) {
            super(database);
        }

        @Override
        Mono<EventSeats> lock(UUID eventId) {
            return super.lock(eventId)
                    .map(
                            seats ->
                                    new EventSeats(
                                            seats.event(),
                                            seats.confirmed(),
                                            seats.waitlisted(),
                                            seats.nextWaitlistNo(),
                                            seats.version() - 1));
        }
    }
}
