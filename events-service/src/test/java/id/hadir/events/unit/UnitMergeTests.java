package id.hadir.events.unit;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two entries of one office become one, and nobody who was invited by either is lost. */
@ServiceTest
class UnitMergeTests {

    private static final String REGION = "33.26";

    @Autowired Caller caller;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;
    private String agency = "";
    private String organiser = "";

    @BeforeEach
    void organiser() {
        agency = caller.agency("KPU Kabupaten Pekalongan", REGION);
        organiser = TestTokens.organiser(agency);
    }

    @Test
    void aComingEventInvitesTheUnitThatRemainsWithTheLargerNumberOfSeatsAndItsOwnLink() {
        String unit = unit("Dinkes Kab Pekalongan");
        String into = unit("Dinas Kesehatan");
        String event = event("2031-08-11");
        invite(event, unit, 3);
        invite(event, into, 2);
        String token = invitation(event, into).path("token").stringValue();
        merge(unit, into).expectStatus().isOk();
        JsonNode roster = roster(event);
        assertThat(roster.size()).isEqualTo(1);
        assertThat(roster.path(0).path("unit").path("id").stringValue()).isEqualTo(into);
        assertThat(roster.path(0).path("seats").intValue()).isEqualTo(3);
        assertThat(roster.path(0).path("token").stringValue()).isEqualTo(token);
    }

    @Test
    void theCodeOfTheMergedUnitOpensTheLinkOfTheOneThatRemains() {
        String unit = unit("Disdik Kab Pekalongan");
        String middle = unit("Dinas Pendidikan Kabupaten");
        String into = unit("Dinas Pendidikan");
        String event = event("2031-08-12");
        publish(event);
        invite(event, unit, 1);
        String code = invitation(event, unit).path("code").stringValue();
        merge(unit, middle).expectStatus().isOk();
        merge(middle, into).expectStatus().isOk();
        String link = "undangan=" + invitation(event, into).path("token").stringValue();
        caller.request(HttpMethod.POST, TestTokens.anyone(), "/undangan")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("code=" + code)
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .value("Location", location -> assertThat(location).endsWith(link));
    }

    @Test
    void aPastRosterStaysAsPrinted() {
        String unit = unit("Dinsos Kab Pekalongan");
        String into = unit("Dinas Sosial");
        String event = event("2021-08-11");
        invite(event, unit, 1);
        hold(event);
        merge(unit, into).expectStatus().isOk();
        assertThat(roster(event).path(0).path("unit").path("id").stringValue()).isEqualTo(unit);
    }

    @Test
    void aDraftInvitesTheUnitThatRemainsWhateverDayItHad() {
        String unit = unit("Dinkop Kab Pekalongan");
        String into = unit("Dinas Koperasi");
        String event = event("2021-08-12");
        invite(event, unit, 1);
        merge(unit, into).expectStatus().isOk();
        assertThat(roster(event).path(0).path("unit").path("id").stringValue()).isEqualTo(into);
    }

    @Test
    void aCopyOfAPastEventInvitesTheUnitThatRemains() {
        String unit = unit("Disnaker Kab Pekalongan");
        String twin = unit("Disnaker Pekalongan");
        String into = unit("Dinas Tenaga Kerja");
        String event = event("2021-08-13");
        invite(event, unit, 3);
        invite(event, twin, 2);
        hold(event);
        merge(unit, into).expectStatus().isOk();
        merge(twin, into).expectStatus().isOk();
        Map<String, Object> copy = Map.of("date", "2031-12-01", "withRoster", true);
        String copied =
                caller.json(
                                caller.post(organiser, "/api/events/" + event + "/copies", copy)
                                        .expectStatus()
                                        .isCreated())
                        .path("id")
                        .stringValue();
        JsonNode roster = roster(copied);
        assertThat(roster.size()).isEqualTo(1);
        assertThat(roster.path(0).path("unit").path("id").stringValue()).isEqualTo(into);
        assertThat(roster.path(0).path("seats").intValue()).isEqualTo(3);
    }

    @Test
    void nobodyIsWrittenToAgainAfterAMerge() {
        String unit = unit("Dinas Surat A");
        String into = unit("Dinas Surat B");
        patch(unit, Map.of("email", "surat@batang.go.id"));
        String event = event("2031-12-02");
        publish(event);
        invite(event, unit, 1);
        sent(event);
        merge(unit, into).expectStatus().isOk();
        invite(event, unit("Dinas Surat C"), 1);
        assertThat(waitingLetters(event, into)).isZero();
    }

    @Test
    void theMergedUnitIsInactiveAndTheOneThatRemainsIsFoundByItsNames() {
        String unit = unit("Kantor Kasuari Lama");
        rename(unit, "Kantor Kasuari");
        String into = unit("Badan Merpati");
        String below = unit("UPTD Kasuari");
        patch(below, Map.of("parentId", unit));
        JsonNode merged = caller.json(merge(unit, into).expectStatus().isOk());
        assertThat(merged.path("active").booleanValue()).isFalse();
        assertThat(merged.path("mergedInto").stringValue()).isEqualTo(into);
        assertThat(found("kasuari lama")).containsExactly("Badan Merpati");
        rename(into, "Badan Merpati Putih");
        assertThat(found("kasuari lama")).containsExactly("Badan Merpati Putih");
        assertThat(profile(below).path("parentId").stringValue()).isEqualTo(into);
    }

    @Test
    void whatTheOneThatRemainsDidNotSayOfItselfIsTakenFromTheOther() {
        String unit = unit("Dinas Rusa A");
        String into = unit("Dinas Rusa B");
        patch(unit, Map.of("email", "a@batang.go.id", "phone", "0285 391234"));
        patch(into, Map.of("email", "b@batang.go.id"));
        merge(unit, into).expectStatus().isOk();
        assertThat(profile(into).path("email").stringValue()).isEqualTo("b@batang.go.id");
        assertThat(profile(into).path("phone").stringValue()).isEqualTo("0285 391234");
    }

    @Test
    void theSameMergeAgainAnswersTheSameAndChangesNothing() {
        String unit = unit("Dinas Ulang A");
        String into = unit("Dinas Ulang B");
        JsonNode first = caller.json(merge(unit, into).expectStatus().isOk());
        JsonNode second = caller.json(merge(unit, into).expectStatus().isOk());
        assertThat(second).isEqualTo(first);
        assertThat(audited(unit)).containsOnlyOnce("unit.merged");
        assertThat(profile(into).path("revision").longValue()).isEqualTo(2);
    }

    @Test
    void whatIsNoDoubleIsRefusedByItsName() {
        String unit = unit("Dinas Tolak");
        String into = unit("Dinas Tolak Dua");
        String other = unit("Dinas Tolak Tiga");
        refused(merge(unit, unit), 422, "same-unit");
        refused(merge(unit, ""), 422, "required");
        refused(merge(unit, "x"), 422, "invalid-id");
        refused(merge(unit, UUID.randomUUID().toString()), 422, "unknown-unit");
        refused(merge(UUID.randomUUID().toString(), unit), 404, "not-found");
        refused(merge(unit, made("Instansi Tolak", "instansi", REGION)), 409, "units-differ");
        patch(into, Map.of("active", false));
        refused(merge(unit, into), 409, "unit-inactive");
        merge(into, other).expectStatus().isOk();
        refused(merge(unit, into), 409, "unit-merged");
        refused(merge(into, unit), 409, "unit-merged");
        patch(other, Map.of("parentId", unit));
        refused(merge(unit, other), 409, "unit-above");
        String elsewhere = made("Dinas Tolak", "opd", "33.26.01");
        refused(merge(unit, elsewhere), 409, "units-differ");
    }

    @Test
    void bothUnitsHaveToBeInTheRegionOfTheOwnAgency() {
        String unit = unit("Dinas Milik A");
        String into = unit("Dinas Milik B");
        String stranger = TestTokens.organiser(caller.agency("KPU Kota Tegal", "33.76"));
        String district =
                TestTokens.organiser(caller.agency("Panwascam Kandangserang", REGION + ".01"));
        String below = made("Dinas Milik C", "opd", REGION + ".01");
        for (String preview : List.of("", "?preview=true")) {
            refused(merge(stranger, unit, into, preview), 403, "forbidden");
            refused(merge(district, below, unit, preview), 403, "forbidden");
            refused(merge(district, unit, below, preview), 403, "forbidden");
        }
    }

    @Test
    void aPreviewCountsWhatWouldMoveAndMovesNothing() {
        String unit = unit("Dinas Intip A");
        String into = unit("Dinas Intip B");
        String one = event("2031-09-01");
        String both = event("2031-09-02");
        invite(one, unit, 2);
        invite(both, unit, 1);
        invite(both, into, 4);
        String past = event("2021-09-02");
        invite(past, unit, 5);
        hold(past);
        JsonNode preview =
                caller.json(merge(organiser, unit, into, "?preview=true").expectStatus().isOk());
        JsonNode rosters = preview.path("rosters");
        assertThat(rosters.path("events").intValue()).isEqualTo(2);
        assertThat(rosters.path("both").intValue()).isEqualTo(1);
        assertThat(rosters.path("seatsBefore").intValue()).isEqualTo(7);
        assertThat(rosters.path("seatsAfter").intValue()).isEqualTo(6);
        assertThat(profile(unit).path("active").booleanValue()).isTrue();
        assertThat(roster(both).size()).isEqualTo(2);
    }

    @Test
    void theFeedTellsWhereTheInvitationHasMovedAndThenOfTheMergedUnit() {
        String unit = unit("Dinas Kabar A");
        String into = unit("Dinas Kabar B");
        String event = event("2031-10-01");
        invite(event, unit, 1);
        String invitation = invitation(event, unit).path("id").stringValue();
        merge(unit, into).expectStatus().isOk();
        List<JsonNode> told = told(event, unit);
        JsonNode moved = one(told.get(0).path("invitations"), "id", invitation);
        assertThat(moved.path("withdrawn").booleanValue()).isTrue();
        assertThat(moved.path("movedTo").stringValue()).isEqualTo(into);
        JsonNode own = one(told.get(0).path("invitations"), "unitId", into);
        assertThat(own.path("withdrawn").booleanValue()).isFalse();
        assertThat(own.path("movedTo").isNull()).isTrue();
        JsonNode merged = one(told.get(1).path("units"), "id", unit);
        assertThat(merged.path("mergedInto").stringValue()).isEqualTo(into);
        assertThat(merged.path("active").booleanValue()).isFalse();
        assertThat(one(told.get(1).path("units"), "id", into).path("mergedInto").isNull()).isTrue();
    }

    @Test
    void aMergeWaitsForASendingUnderWayAndASendingForAMerge() {
        String unit = unit("Dinas Antre A");
        String into = unit("Dinas Antre B");
        String event = event("2031-11-01");
        assertThat(waits(MergeLock.SHARED, () -> merge(unit, into).expectStatus().isOk())).isTrue();
        assertThat(waits(MergeLock.ALONE, () -> invite(event, into, 1))).isTrue();
    }

    @Test
    void theAuditKeepsWhatBothWere() {
        String unit = unit("Dinas Jejak A");
        String into = unit("Dinas Jejak B");
        patch(unit, Map.of("email", "jejak@batang.go.id"));
        merge(unit, into).expectStatus().isOk();
        assertThat(audited(unit)).contains("unit.merged", "mergedInto", into);
        assertThat(audited(into)).contains("unit.absorbed").doesNotContain("jejak@");
    }

    /** Whether a lock that somebody holds keeps the call waiting until it is given back. */
    private boolean waits(String lock, Runnable call) {
        AtomicReference<CompletableFuture<Void>> called = new AtomicReference<>();
        Mono<Boolean> isWaiting =
                database.sql(
                                "select count(*) from pg_locks where locktype = 'advisory' and not"
                                        + " granted")
                        .mapValue(Long.class)
                        .one()
                        .map(waiting -> waiting > 0);
        Boolean waited =
                database.sql(lock)
                        .then()
                        .then(Mono.fromRunnable(() -> called.set(CompletableFuture.runAsync(call))))
                        .then(
                                isWaiting
                                        .filter(waiting -> waiting || called.get().isDone())
                                        .repeatWhenEmpty(
                                                tries ->
                                                        tries.delayElements(Duration.ofMillis(20))))
                        .as(transaction::transactional)
                        .block(Duration.ofSeconds(20));
        called.get().join();
        return Boolean.TRUE.equals(waited);
    }

    private ResponseSpec merge(String unit, String into) {
        return merge(organiser, unit, into, "");
    }

    private ResponseSpec merge(String token, String unit, String into, String query) {
        return caller.post(token, "/api/units/" + unit + "/merge" + query, Map.of("into", into));
    }

    private void refused(ResponseSpec answer, int status, String code) {
        assertThat(caller.json(answer.expectStatus().isEqualTo(status)).toString())
                .contains("\"" + code + "\"");
    }

    private String unit(String name) {
        return made(name, "opd", REGION);
    }

    private String made(String name, String kind, String region) {
        Map<String, String> unit = Map.of("name", name, "kind", kind, "regionCode", region);
        return caller.json(caller.post(organiser, "/api/units", unit).expectStatus().isCreated())
                .path("id")
                .stringValue();
    }

    private void patch(String unit, Map<String, ?> change) {
        caller.request(HttpMethod.PATCH, organiser, "/api/units/{id}", unit)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(change)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void rename(String unit, String name) {
        patch(unit, Map.of("name", name));
    }

    private JsonNode profile(String unit) {
        return caller.getJson(organiser, "/api/units/{id}/profile", unit);
    }

    private List<String> found(String words) {
        return caller.getJson(
                        TestTokens.anyone(), "/api/units?regionCode=33.26&kind=opd&q={q}", words)
                .path("items")
                .valueStream()
                .map(unit -> unit.path("name").stringValue())
                .toList();
    }

    private String audited(String unit) {
        return caller.getJson(TestTokens.admin(), "/api/audit/kegiatan?subject=" + unit).toString();
    }

    private String event(String day) {
        Map<String, Object> event = new HashMap<>();
        event.put("type", "rakor");
        event.put("title", "Rakor " + UUID.randomUUID());
        event.put("venue", Map.of("name", "Aula", "regionCode", REGION));
        event.put("startsAt", day + "T09:00:00+07:00");
        event.put("endsAt", day + "T12:00:00+07:00");
        event.put("timeZone", "Asia/Jakarta");
        event.put("registration", Map.of("mode", "invited"));
        return caller.event(agency, event).path("id").stringValue();
    }

    /** As if it had been published in time, and is over. */
    private void hold(String event) {
        execute("update event set status = 'published', announced = true where id = :event", event);
    }

    private void sent(String event) {
        execute("update outbox set sent_at = now() where event_id = :event", event);
    }

    private void execute(String sql, String event) {
        database.sql(sql).bind("event", UUID.fromString(event)).then().block(Duration.ofSeconds(5));
    }

    private long waitingLetters(String event, String unit) {
        return database.sql(
                        """
                        select count(*) from outbox
                        where event_id = :event and subject_id = :unit and sent_at is null and given_up_at is null
                        """)
                .bind("event", UUID.fromString(event))
                .bind("unit", UUID.fromString(unit))
                .mapValue(Long.class)
                .one()
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    private void publish(String event) {
        caller.post(organiser, "/api/events/" + event + "/publish", "{}").expectStatus().isOk();
    }

    private void invite(String event, String unit, int seats) {
        Map<String, Object> line = Map.of("unitIds", List.of(unit), "seats", seats);
        caller.post(
                        organiser,
                        "/api/events/" + event + "/invitations",
                        Map.of("audience", List.of(line)))
                .expectStatus()
                .isOk();
    }

    private JsonNode roster(String event) {
        return caller.getJson(organiser, "/api/events/{id}/invitations", event).path("items");
    }

    private JsonNode invitation(String event, String unit) {
        return roster(event)
                .valueStream()
                .filter(one -> one.path("unit").path("id").stringValue().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        return list.valueStream()
                .filter(one -> value.equals(one.path(field).stringValue()))
                .findFirst()
                .orElseThrow();
    }

    /** The last two entries about either, in the order in which they are read. */
    private List<JsonNode> told(String event, String unit) {
        List<String> data =
                database.sql(
                                """
                                select data::text from (
                                    select * from feed_entry
                                    where subject = :event or type = 'units.changed' and data::text like :unit
                                    order by tx desc, id desc limit 2) as last
                                order by tx, id
                                """)
                        .bind("event", event)
                        .bind("unit", "%" + unit + "%")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block();
        return data.stream().map(JsonMapper.shared()::readTree).toList();
    }
}
