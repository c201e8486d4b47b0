package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.problem.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The database fails in the middle of a batch: nobody is told what is not so, nothing hangs. */
@ServiceTest
@Import(Applicants.class)
@TestPropertySource(properties = "hadir.database.options=;lock_timeout=1500ms;statement_timeout=3s")
class BatchFailureTests {

    private static final int GATE = 4711;

    @Autowired private Sample sample;
    @Autowired private Applicants applicants;
    @Autowired private Registering registering;
    @Autowired private SeatDesk desk;
    @Autowired private Environment environment;

    private OtherSession other;
    private UUID event;
    private UUID unit;

    @BeforeEach
    void anEventAndSomebodyElse() throws SQLException {
        other = OtherSession.open(environment);
        event = sample.openEvent(e -> e);
        unit = sample.unit("Dinas A", "opd", "33.18");
    }

    @AfterEach
    void nobodyElse() throws SQLException {
        other.rollback();
        other.execute("drop trigger if exists hindrance on registration");
        other.commit();
        other.close();
    }

    @Test
    void aLostConnectionIsAnsweredWithComeAgainAndWhoeverIsBehindGetsAnother() throws Exception {
        other.lockSeatsOf(event);
        CompletableFuture<Verdict> lost = submit("siti", "key-of-siti");
        other.awaitWaiters(1);
        List<CompletableFuture<Verdict>> behind =
                List.of(submit("budi", "key-of-budi"), submit("wati", "key-of-wati"));
        other.killWhoWaits();
        other.rollback();

        assertThat(statusOf(lost)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        for (CompletableFuture<Verdict> one : behind) {
            assertThat(statusOf(one)).isEqualTo(HttpStatus.OK);
        }
        for (String name : List.of("siti", "budi", "wati")) {
            assertThat(admitted(submit(name, "key-of-" + name))).isTrue();
        }
        assertThat(registered()).isEqualTo("3");
        assertThat(counted()).isEqualTo("3/0");
    }

    @Test
    void theBatchThatIsTheVictimOfADeadlockTriesAgain() throws Exception {
        other.execute("set deadlock_timeout = '1min'");
        other.execute(takeTheKey("key-of-siti"));
        CompletableFuture<List<Mono<Verdict>>> victims = serveTwo().toFuture();
        other.awaitWaiters(1);
        other.lockSeatsOf(event);
        other.rollback();

        assertThat(victims.get(30, TimeUnit.SECONDS))
                .extracting(Mono::block)
                .allMatch(Verdict.Admitted.class::isInstance);
        assertThat(registered()).isEqualTo("2");
        assertThat(counted()).isEqualTo("2/0");
    }

    @Test
    void aBatchThatEndsInDeadlocksEachTimeIsNotTriedOneByOneBesides() throws Exception {
        hinder("before insert", "raise exception using errcode = '40P01';");

        StepVerifier.create(serveTwo())
                .expectErrorMatches(Contention::isCauseOf)
                .verify(Duration.ofSeconds(30));
        assertThat(registered()).isEqualTo("0");
        assertThat(counted()).isEqualTo("0/0");
    }

    @Test
    void aLockThatComesFreeAfterItsTimeOutIsWaitedForAgain() throws Exception {
        other.lockSeatsOf(event);
        CompletableFuture<Verdict> patient = submit("Siti", "key-of-siti");
        other.awaitWaiters(1);
        other.awaitAnotherTry();
        other.rollback();

        assertThat(admitted(patient)).isTrue();
        assertThat(registered()).isEqualTo("1");
    }

    @Test
    void aLockThatNeverComesFreeIsAnsweredWithComeAgain() throws Exception {
        other.lockSeatsOf(event);
        CompletableFuture<Verdict> refused = submit("Siti", "key-of-siti");

        assertThat(statusOf(refused)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        other.rollback();
        assertThat(registered()).isEqualTo("0");
        assertThat(admitted(submit("Siti", "key-of-siti"))).isTrue();
        assertThat(counted()).isEqualTo("1/0");
    }

    @Test
    void aStatementThatTakesTooLongFailsTheBatchAndTheNextOneGoesThrough() throws Exception {
        hinder("before insert", "perform pg_sleep(60);");
        CompletableFuture<Verdict> slow = submit("Siti", "key-of-siti");

        assertThat(statusOf(slow)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        hinder("before insert", "");
        assertThat(admitted(submit("Siti", "key-of-siti"))).isTrue();
        assertThat(registered()).isEqualTo("1");
        assertThat(counted()).isEqualTo("1/0");
    }

    @Test
    void nobodyIsAnsweredBeforeTheCommit() throws Exception {
        hinder("commit", "perform pg_advisory_xact_lock_shared(" + GATE + ");");
        other.execute("select pg_advisory_xact_lock(" + GATE + ")");
        List<CompletableFuture<Verdict>> answers =
                IntStream.range(0, 3).mapToObj(i -> submit("Peserta " + i, "key-" + i)).toList();
        other.awaitWaiters(1);

        assertThat(answers).noneMatch(CompletableFuture::isDone);
        assertThat(registered()).isEqualTo("0");
        other.rollback();
        for (CompletableFuture<Verdict> answer : answers) {
            assertThat(admitted(answer)).isTrue();
        }
        assertThat(registered()).isEqualTo("3");
    }

    @Test
    void aCommitThatFailsTellsNobodyOfATicket() throws Exception {
        hinder("commit", "raise exception 'no room on the disk';");
        List<CompletableFuture<Verdict>> answers =
                IntStream.range(0, 3).mapToObj(i -> submit("Peserta " + i, "key-" + i)).toList();

        for (CompletableFuture<Verdict> answer : answers) {
            assertThat(statusOf(answer).is5xxServerError()).isTrue();
        }
        assertThat(registered()).isEqualTo("0");
        assertThat(counted()).isEqualTo("0/0");
    }

    /**
     * @param when {@code before insert}, or {@code commit}
     */
    private void hinder(String when, String what) throws SQLException {
        other.execute("drop trigger if exists hindrance on registration");
        other.execute(
                "create or replace function hindrance() returns trigger language plpgsql as $$"
                        + " begin "
                        + what
                        + " return new; end $$");
        other.execute(
                when.equals("commit")
                        ? "create constraint trigger hindrance after insert on registration"
                                + " deferrable initially deferred for each row execute function"
                                + " hindrance()"
                        : "create trigger hindrance before insert on registration for each row"
                                + " execute function hindrance()");
        other.commit();
    }

    /** Whoever registers with this key has to wait for the one who holds it. */
    private String takeTheKey(String key) {
        return """
        insert into registration (event_id, registration_id, status, unit_key, unit_name, name, bare_name,
            representing, source, code, idempotency_key, body_hash, first_status, registered_at)
        values ('%s', gen_random_uuid(), 'confirmed', 'x', 'x', 'x', 'x', false, 'web', 'x', '%s', 'x', 'confirmed', now())
        """
                .formatted(event, key);
    }

    private Mono<List<Mono<Verdict>>> serveTwo() {
        return desk.serve(
                event,
                List.of(
                        applicants.withKey(event, unit, "Siti", "key-of-siti"),
                        applicants.withKey(event, unit, "Budi", "key-of-budi")));
    }

    private CompletableFuture<Verdict> submit(String name, String key) {
        return registering.submit(applicants.withKey(event, unit, name, key)).toFuture();
    }

    private static boolean admitted(CompletableFuture<Verdict> answer) throws Exception {
        return answer.get(30, TimeUnit.SECONDS) instanceof Verdict.Admitted;
    }

    /** Of the failure that the answer is. */
    private static HttpStatus statusOf(CompletableFuture<Verdict> answer) throws Exception {
        return answer.handle(
                        (verdict, failure) ->
                                failure == null ? HttpStatus.OK : Problem.of(failure).status())
                .get(30, TimeUnit.SECONDS);
    }

    private String registered() throws SQLException {
        return other.ask("select count(*) from registration where event_id = '" + event + "'");
    }

    private String counted() throws SQLException {
        return other.ask(
                "select confirmed || '/' || waitlisted from event_seats where event_id = '"
                        + event
                        + "'");
    }
}
