package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What the members of one batch do to each other, as far as the database. */
@ServiceTest
@Import(Applicants.class)
class OneBatchTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NIP = "197805122003122001";

    @Autowired private Sample sample;
    @Autowired private Applicants applicants;
    @Autowired private SeatDesk desk;
    @Autowired private DatabaseClient database;

    @Test
    void thePersonWhoIsThereTwiceIsRegisteredOnce() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = unit();
        List<Verdict> verdicts =
                serve(
                        applicants.withNip(event, unit, "Siti", NIP),
                        applicants.withNip(event, unit, "Siti Rahayu", NIP),
                        applicants.named(event, unit, "Budi"),
                        applicants.named(event, unit, "BUDI"));

        assertThat(told(verdicts))
                .containsExactly(
                        "confirmed", "already-registered", "confirmed", "already-registered");
        assertThat(rows(event)).isEqualTo(2);
        assertThat(counted(event)).isEqualTo("2/0");
    }

    @Test
    void theKeyThatIsThereTwiceGetsOneTicket() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = unit();
        List<Verdict> verdicts =
                serve(
                        applicants.withKey(event, unit, "Siti", "key"),
                        applicants.withKey(event, unit, "Siti", "key"),
                        applicants.withKey(event, unit, "Budi", "key"));

        assertThat(told(verdicts))
                .containsExactly("confirmed", "confirmed", "idempotency-key-reused");
        assertThat(code(verdicts.get(1))).isEqualTo(code(verdicts.get(0)));
        assertThat(rows(event)).isEqualTo(1);
        assertThat(counted(event)).isEqualTo("1/0");
    }

    @Test
    void anOfficesLastSeatGoesToTheFirst() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 2);
        UUID other = sample.invitedUnit(event, 1);
        serve(applicants.named(event, unit, "Sudah ada"));
        List<Verdict> verdicts =
                serve(
                        applicants.named(event, unit, "Satu"),
                        applicants.named(event, unit, "Dua"),
                        applicants.named(event, other, "Tiga"));

        assertThat(told(verdicts)).containsExactly("confirmed", "unit-seats-taken", "confirmed");
        assertThat(rows(event)).isEqualTo(3);
    }

    @Test
    void theSeatsRunOutAndTheRestWaitsInOrder() {
        UUID event = sample.openEvent(e -> e.put("capacity", 3));
        UUID unit = unit();
        serve(applicants.named(event, unit, "Sudah ada"));
        List<Verdict> verdicts =
                serve(
                        IntStream.range(0, 5)
                                .mapToObj(i -> applicants.named(event, unit, "Peserta " + i))
                                .toArray(Application[]::new));

        assertThat(told(verdicts))
                .containsExactly(
                        "confirmed", "confirmed", "waitlisted", "waitlisted", "waitlisted");
        assertThat(verdicts.stream().map(v -> v.orThrow().waitlistPosition()))
                .containsExactly(null, null, 1, 2, 3);
        assertThat(counted(event)).isEqualTo("3/3");
    }

    private UUID unit() {
        return sample.unit("Dinas A", "opd", "33.18");
    }

    private List<Verdict> serve(Application... batch) {
        UUID event = batch[0].eventId();
        List<Mono<Verdict>> answers =
                Objects.requireNonNull(desk.serve(event, List.of(batch)).block(PATIENCE));
        return answers.stream().map(answer -> answer.block(PATIENCE)).toList();
    }

    private static List<String> told(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Admitted(Receipt receipt, _) ->
                                            receipt.status().code();
                                    case Verdict.Refused(Refusal refusal) -> refusal.code();
                                })
                .toList();
    }

    private static String code(Verdict verdict) {
        return verdict.orThrow().registration().code().bare();
    }

    private long rows(UUID event) {
        return database.sql("select count(*) from registration where event_id = :event")
                .bind("event", event)
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
    }

    private String counted(UUID event) {
        return database.sql(
                        "select confirmed || '/' || waitlisted from event_seats where event_id ="
                                + " :event")
                .bind("event", event)
                .mapValue(String.class)
                .one()
                .block(PATIENCE);
    }
}
