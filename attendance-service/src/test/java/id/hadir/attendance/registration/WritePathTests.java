package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.attendance.person.PersonName;
import id.hadir.attendance.registration.RegistrationRequest.AttendeeRequest;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many at once, on one replica of the service and on several: each has its own gathering, and they
 * share the database alone.
 */
@ServiceTest
class WritePathTests {

    private static final int CROWD = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final WritePathSettings ONE_BY_ONE = new WritePathSettings(1, 4096, 4, PATIENCE);
    private static final WritePathSettings GATHERED = new WritePathSettings(256, 4096, 4, PATIENCE);

    @Autowired private Sample sample;
    @Autowired private DatabaseClient database;
    @Autowired private RegistrationStore store;
    @Autowired private RosterQueries rosters;
    @Autowired private MergedOfficeQueries merged;
    @Autowired private SeatDesk desk;
    @Autowired private TicketHolder holder;
    @Autowired private Feed feed;
    @Autowired private TransactionalOperator transaction;
    @Autowired private Clock clock;
    @Autowired private JsonMapper json;

    @Test
    void theLastSeatGoesToExactlyOneOfFiftyAtOnce() {
        UUID event = fullButForOne();
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        List<Verdict> verdicts = crowd(replicas(8, desk, ONE_BY_ONE), event, unit);

        assertThat(verdicts.stream().filter(Verdict.Admitted.class::isInstance)).hasSize(1);
        assertThat(verdicts)
                .filteredOn(Verdict.Refused.class::isInstance)
                .allMatch(new Verdict.Refused(Refusal.EVENT_FULL)::equals);
        assertThat(rows(event, "confirmed")).isEqualTo(1);
    }

    /** The control: what the test above would find if nobody looked at the seats' version. */
    @Test
    void withoutTheGuardTheLastSeatIsSoldSeveralTimes() {
        UUID event = fullButForOne();
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        SeatDesk unguarded =
                new SeatDesk(
                        new DeskStores(new ForgetfulStore(database), rosters, merged, transaction),
                        feed);
        crowd(replicas(8, unguarded, ONE_BY_ONE), event, unit);

        assertThat(rows(event, "confirmed")).isGreaterThan(1);
    }

    @Test
    void twoReplicasGatheringAtOnceGiveOutEachSeatOnce() {
        UUID event = sample.openEvent(e -> e.put("capacity", 120));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        List<Registering> replicas = replicas(2, desk, GATHERED);
        List<Verdict> verdicts =
                all(300, i -> replicas.get(i % 2).submit(application(event, unit, "Peserta " + i)));

        assertThat(statuses(verdicts, Registration.Status.CONFIRMED)).isEqualTo(120);
        assertThat(statuses(verdicts, Registration.Status.WAITLISTED)).isEqualTo(180);
        assertThat(positions(verdicts))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 180).boxed().toList());
        assertThat(rows(event, "confirmed")).isEqualTo(120);
        assertThat(counted(event)).isEqualTo("120/180");
    }

    @Test
    void whoWaitedForALargerRoomFindsIt() {
        UUID event = sample.openEvent(e -> e.put("capacity", 0));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        Registering replica = replicas(1, desk, GATHERED).getFirst();
        CompletableFuture<Verdict> waits = new CompletableFuture<>();
        store.lock(event)
                .doOnNext(
                        _ ->
                                replica.submit(application(event, unit, "Budi"))
                                        .subscribe(waits::complete, waits::completeExceptionally))
                .then(untilSomebodyWaits())
                .then(
                        database.sql("update event set capacity = 10 where event_id = :event")
                                .bind("event", event)
                                .then())
                .as(transaction::transactional)
                .block(PATIENCE);

        assertThat(statuses(List.of(waits.join()), Registration.Status.CONFIRMED)).isOne();
    }

    private Mono<Boolean> untilSomebodyWaits() {
        return database.sql("select count(*) > 0 as waits from pg_locks where not granted")
                .map(row -> Boolean.TRUE.equals(row.get("waits", Boolean.class)))
                .one()
                .filter(waits -> waits)
                .repeatWhenEmpty(times -> times.delayElements(Duration.ofMillis(20)))
                .timeout(PATIENCE);
    }

    @Test
    void aLargerRoomThatWaitedForABatchLetsItsLastOnesIn() {
        UUID event = sample.openEvent(e -> e.put("capacity", 0));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        CompletableFuture<Boolean> room = new CompletableFuture<>();
        Application last = application(event, unit, "Budi");
        SeatDesk inThisTransaction =
                new SeatDesk(new DeskStores(store, rosters, merged, transaction), feed);
        store.lock(event)
                .doOnNext(
                        _ ->
                                Mono.fromRunnable(() -> enlarge(event, 10))
                                        .subscribeOn(Schedulers.boundedElastic())
                                        .subscribe(
                                                _ -> {},
                                                room::completeExceptionally,
                                                () -> room.complete(true)))
                .then(untilSomebodyWaits())
                .then(inThisTransaction.serve(event, List.of(last)))
                .as(transaction::transactional)
                .block(PATIENCE);

        assertThat(room.join()).isTrue();
        assertThat(counted(event)).isEqualTo("1/0");
    }

    private void enlarge(UUID event, int capacity) {
        sample.put(
                Sample.mode(sample.eventNode(event), "open")
                        .put("version", 2)
                        .put("capacity", capacity));
    }

    @Test
    void anOfficesSeatsAreNeverExceeded() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 3);
        List<Verdict> verdicts = crowd(replicas(8, desk, ONE_BY_ONE), event, unit);

        assertThat(verdicts.stream().filter(Verdict.Admitted.class::isInstance)).hasSize(3);
        assertThat(verdicts)
                .filteredOn(Verdict.Refused.class::isInstance)
                .allMatch(new Verdict.Refused(Refusal.UNIT_SEATS_TAKEN)::equals);
    }

    @Test
    void onePersonAtOnceOnSeveralReplicasIsRegisteredOnce() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        List<Registering> replicas = replicas(8, desk, GATHERED);
        List<Verdict> verdicts =
                all(CROWD, i -> replicas.get(i % 8).submit(application(event, unit, "Budi")));

        assertThat(verdicts.stream().filter(Verdict.Admitted.class::isInstance)).hasSize(1);
        assertThat(rows(event, "confirmed")).isEqualTo(1);
    }

    @Test
    void oneKeyAtOnceOnSeveralReplicasGetsOneAnswer() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        RegistrationRequest request = request(unit, "Budi");
        List<Registering> replicas = replicas(4, desk, GATHERED);
        List<Verdict> verdicts =
                all(20, i -> replicas.get(i % 4).register(event, request, "one-key"));

        assertThat(
                        verdicts.stream()
                                .map(verdict -> verdict.orThrow().registration().code())
                                .distinct())
                .hasSize(1);
        assertThat(
                        verdicts.stream()
                                .filter(
                                        v ->
                                                v instanceof Verdict.Admitted(var r, boolean fresh)
                                                        && fresh))
                .hasSize(1);
    }

    @Test
    void whatTheDatabaseRefusesFailsAlone() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        List<Application> batch =
                List.of(
                        application(event, unit, "Satu"),
                        named(application(event, unit, "Racun"), "Ra\0cun"),
                        application(event, unit, "Dua"));
        List<Mono<Verdict>> answers = desk.serve(event, batch).block();

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).block()).isInstanceOf(Verdict.Admitted.class);
        assertThat(answers.get(1).map(v -> "answered").onErrorReturn("failed").block())
                .isEqualTo("failed");
        assertThat(answers.get(2).block()).isInstanceOf(Verdict.Admitted.class);
        assertThat(counted(event)).isEqualTo("2/0");
    }

    @Test
    void beyondTheQueueARequestIsRefusedAtOnce() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        Registering narrow = replicas(1, desk, new WritePathSettings(1, 1, 1, PATIENCE)).getFirst();
        List<Boolean> admitted =
                Flux.range(0, CROWD)
                        .flatMap(
                                i ->
                                        narrow.submit(application(event, unit, "Peserta " + i))
                                                .map(_ -> true)
                                                .onErrorResume(
                                                        WritePathTests::isOverload,
                                                        _ -> Mono.just(false)),
                                CROWD)
                        .collectList()
                        .block(Duration.ofSeconds(30));

        assertThat(admitted).contains(true, false);
        assertThat(rows(event, "confirmed"))
                .isEqualTo(admitted.stream().filter(yes -> yes).count());
    }

    @Test
    void whoCancelsWhileOthersRegisterLeavesNoSeatEmptyAndNoneDouble() {
        UUID event = sample.openEvent(e -> e.put("capacity", 20));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        Registering registering = replicas(1, desk, GATHERED).getFirst();
        List<Verdict> first =
                all(30, i -> registering.submit(application(event, unit, "Awal " + i)));
        List<Registering> replicas = replicas(4, desk, GATHERED);
        all(
                30,
                i ->
                        i % 2 == 0
                                ? holder.cancel(first.get(i).orThrow().registration().code().bare())
                                : replicas.get(i % 4)
                                        .submit(application(event, unit, "Baru " + i)));

        assertThat(rows(event, "confirmed")).isEqualTo(20);
        assertThat(rows(event, "waitlisted")).isEqualTo(10);
        assertThat(rows(event, "cancelled")).isEqualTo(15);
        assertThat(counted(event)).isEqualTo("20/10");
    }

    /**
     * Writes whatever others have decided since; slow enough that everybody reads before anybody
     * writes.
     */
    private static final class ForgetfulStore extends RegistrationStore {

        private final DatabaseClient database;

        ForgetfulStore(DatabaseClient database) {
            super(database);
            this.database = database;
        }

        @Override
        Mono<Boolean> add(
                List<Receipt> receipts,
                List<Application.@Nullable IdempotencyKey> keys,
                EventSeats seats,
                Feed.Entry told) {
            return database.sql("select version from event_seats where event_id = :event")
                    .bind("event", seats.event().id())
                    .mapValue(Long.class)
                    .one()
                    .flatMap(now -> super.add(receipts, keys, asOf(seats, now), told))
                    .filter(written -> written)
                    .repeatWhenEmpty(times -> times)
                    .delaySubscription(Duration.ofMillis(200));
        }
    }

    private static EventSeats asOf(EventSeats seats, long version) {
        return new EventSeats(
                seats.event(),
                seats.confirmed(),
                seats.waitlisted(),
                seats.nextWaitlistNo(),
                version);
    }

    private UUID fullButForOne() {
        return sample.openEvent(e -> Sample.noWaitlist(e.put("capacity", 1)));
    }

    private List<Registering> replicas(int count, SeatDesk seatDesk, WritePathSettings settings) {
        return IntStream.range(0, count)
                .mapToObj(
                        _ ->
                                new Registering(
                                        seatDesk, settings, clock, json, new SimpleMeterRegistry()))
                .toList();
    }

    private List<Verdict> crowd(List<Registering> replicas, UUID event, UUID unit) {
        return all(
                CROWD,
                i ->
                        replicas.get(i % replicas.size())
                                .submit(application(event, unit, "Peserta " + i)));
    }

    private static List<Verdict> all(int count, IntFunction<Mono<Verdict>> request) {
        List<Verdict> verdicts =
                Flux.range(0, count)
                        .flatMap(request::apply, count)
                        .collectList()
                        .block(Duration.ofSeconds(60));
        assertThat(verdicts).hasSize(count);
        return verdicts;
    }

    private Application application(UUID event, UUID unit, String name) {
        FieldErrors errors = new FieldErrors();
        Application application =
                replicas(1, desk, GATHERED)
                        .getFirst()
                        .application(
                                event,
                                request(unit, name),
                                Registration.Source.WEB,
                                null,
                                null,
                                null,
                                errors);
        errors.throwIfAny();
        return application;
    }

    private static RegistrationRequest request(UUID unit, String name) {
        return new RegistrationRequest(
                unit.toString(),
                null,
                null,
                new AttendeeRequest(name, null, null, null, null),
                null,
                true);
    }

    private static Application named(Application a, String name) {
        Attendee attendee = new Attendee(new PersonName(name, name), null, null, null, null);
        return new Application(
                a.eventId(),
                a.registrationId(),
                a.code(),
                a.office(),
                attendee,
                null,
                a.source(),
                null,
                a.at(),
                null,
                null);
    }

    private static boolean isOverload(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals("overloaded");
    }

    private static long statuses(List<Verdict> verdicts, Registration.Status status) {
        return verdicts.stream().filter(verdict -> verdict.orThrow().status() == status).count();
    }

    private static List<@Nullable Integer> positions(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict.orThrow().waitlistPosition())
                .filter(Objects::nonNull)
                .toList();
    }

    private long rows(UUID event, String status) {
        return database.sql(
                        "select count(*) from registration where event_id = :event and status ="
                                + " :status")
                .bind("event", event)
                .bind("status", status)
                .mapValue(Long.class)
                .one()
                .block();
    }

    private String counted(UUID event) {
        return database.sql(
                        "select confirmed || '/' || waitlisted from event_seats where event_id ="
                                + " :event")
                .bind("event", event)
                .mapValue(String.class)
                .one()
                .block();
    }
}
