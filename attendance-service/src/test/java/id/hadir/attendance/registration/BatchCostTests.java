package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a batch costs does not grow with the registrations that others have, counted in the rows
 * that PostgreSQL touches for it. All happens on one connection and on tables that nobody analysed,
 * so that the plans are those that were made when the tables were empty, as in a rush.
 */
@ServiceTest
@Import(Applicants.class)
@TestPropertySource(properties = "hadir.database.options=;statement_timeout=60s")
class BatchCostTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BATCH = 50;
    private static final int OFFICES = 1_000;
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;

    /** PostgreSQL settles on a plan for all parameters after the fifth time. */
    private static final int UNTIL_PLANS_ARE_SETTLED = 6;

    @Autowired private Sample sample;
    @Autowired private Applicants applicants;
    @Autowired private SeatDesk desk;
    @Autowired private DeskConnections connections;

    private record Touched(long scanned, long fetched) {

        Touched minus(Touched before) {
            return new Touched(scanned - before.scanned, fetched - before.fetched);
        }
    }

    @Test
    void atAnOpenEventABatchTouchesAsManyRowsWithAHundredThousandPresentAsWithAThousand() {
        UUID event = sample.openEvent(e -> e.putNull("capacity"));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        assertThatTheCostGrowsBy(0, event, List.of(unit), others());
    }

    /** The seats that an office has taken are counted, and are no more than it was given. */
    @Test
    void amongInvitedOfficesItTouchesTheSeatsThatTheyHaveTakenBesides() {
        UUID event = sample.event(e -> e.putNull("capacity"));
        List<UUID> units =
                IntStream.range(0, BATCH).mapToObj(_ -> sample.invitedUnit(event, 200)).toList();
        List<String> offices = others();
        for (int i = 0; i < BATCH; i++) {
            offices.set(i, units.get(i).toString());
        }
        assertThatTheCostGrowsBy(BATCH * (MANY - FEW) / OFFICES, event, units, offices);
    }

    /** Offices that are not in the list of units. */
    private static List<String> others() {
        return IntStream.range(0, OFFICES)
                .mapToObj(i -> "name:kantor " + i)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void assertThatTheCostGrowsBy(
            long taken, UUID event, List<UUID> units, List<String> offices) {
        List<Touched> touched =
                Flux.range(0, UNTIL_PLANS_ARE_SETTLED)
                        .concatMap(round -> serve(event, units, "Awal " + round))
                        .then(fill(event, offices, 0, FEW))
                        .then(measured(event, units, "Seribu"))
                        .flatMap(
                                few ->
                                        fill(event, offices, FEW, MANY)
                                                .then(measured(event, units, "Seratus ribu"))
                                                .map(many -> List.of(few, many)))
                        .as(connections.transaction()::transactional)
                        .block(PATIENCE);

        Touched few = Objects.requireNonNull(touched).get(0);
        Touched many = touched.get(1);
        assertThat(few.scanned() + many.scanned()).as("rows read by full scans").isZero();
        assertThat(many.fetched() - few.fetched())
                .as("rows read by keys, beyond %s among few", few.fetched())
                .isCloseTo(taken, within(2L * BATCH));
    }

    private Mono<Touched> measured(UUID event, List<UUID> units, String names) {
        return touched()
                .flatMap(
                        before ->
                                serve(event, units, names)
                                        .then(touched())
                                        .map(after -> after.minus(before)));
    }

    /** Everybody is new, and is admitted. */
    private Mono<Void> serve(UUID event, List<UUID> units, String names) {
        List<Application> batch =
                IntStream.range(0, BATCH)
                        .mapToObj(
                                i ->
                                        applicants.withKey(
                                                event,
                                                units.get(i % units.size()),
                                                names + " " + i,
                                                names + i))
                        .toList();
        return desk.serve(event, batch)
                .flatMapMany(Flux::fromIterable)
                .flatMapSequential(answer -> answer)
                .doOnNext(verdict -> assertThat(verdict).isInstanceOf(Verdict.Admitted.class))
                .then();
    }

    /** So far in this transaction, in the tables that grow with the registrations. */
    private Mono<Touched> touched() {
        return connections
                .client()
                .sql(
                        """
                        select sum(seq_tup_read)::bigint as scanned, sum(coalesce(idx_tup_fetch, 0))::bigint as fetched
                        from pg_stat_xact_user_tables where relname in ('registration', 'invitation', 'unit', 'feed_entry')
                        """)
                .map(
                        row ->
                                new Touched(
                                        Objects.requireNonNull(row.get("scanned", Long.class)),
                                        Objects.requireNonNull(row.get("fetched", Long.class))))
                .one();
    }

    /** Others, as many from each office. */
    private Mono<Long> fill(UUID event, List<String> offices, int from, int to) {
        return connections
                .client()
                .sql(
                        """
                        insert into registration (event_id, registration_id, status, unit_key, unit_name, name, bare_name,
                            nip, representing, source, code, idempotency_key, body_hash, first_status, registered_at)
                        select :event, gen_random_uuid(), 'confirmed', (:offices::text[])[1 + i % :count], 'Kantor',
                            'Orang ' || i, 'orang ' || i, lpad(i::text, 18, '0'), false, 'web', lpad(i::text, 12, '0'),
                            'kunci ' || i, 'x', 'confirmed', now()
                        from generate_series(:first, :last) as i
                        """)
                .bind("event", event)
                .bind("offices", offices.toArray(String[]::new))
                .bind("count", offices.size())
                .bind("first", from)
                .bind("last", to - 1)
                .fetch()
                .rowsUpdated();
    }
}
