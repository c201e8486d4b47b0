package id.hadir.attendance.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class CheckInApiTests {

    private static final String DESK = TestTokens.desk(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private JsonMapper json;
    @Autowired private DatabaseClient database;

    @Test
    void theFirstScanIsAcceptedAndTheSecondToldWhen() {
        UUID event = sample.openEvent(e -> e);
        JsonNode ticket = ticket(event, "Siti Rahayu");
        JsonNode first = scan(event, ticket.path("code").stringValue(), "n-1");
        assertThat(first.path("outcome").stringValue()).isEqualTo("accepted");
        assertThat(first.path("registration").path("name").stringValue()).isEqualTo("Siti Rahayu");
        assertThat(first.path("registration").path("unit").path("name").stringValue())
                .isEqualTo("Dinas A");
        assertThat(first.path("registration").has("phone")).isFalse();

        JsonNode second = scan(event, ticket.path("qr").stringValue(), "n-2");
        assertThat(second.path("outcome").stringValue()).isEqualTo("already-checked-in");
        assertThat(second.path("firstScanAt")).isEqualTo(first.path("firstScanAt"));
        assertThat(scan(event, ticket.path("qr").stringValue(), "n-1")).isEqualTo(first);
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        UUID event = sample.openEvent(e -> e);
        String typed =
                ticket(event, "Budi")
                        .path("code")
                        .stringValue()
                        .replace("-", " ")
                        .toLowerCase()
                        .replace('0', 'o')
                        .replace('1', 'l');
        assertThat(scan(event, typed, "n").path("outcome").stringValue()).isEqualTo("accepted");
    }

    @Test
    void whatIsNoTicketOfThisEventIsNotLetIn() {
        UUID event = sample.openEvent(e -> e);
        JsonNode elsewhere = ticket(sample.openEvent(e -> e), "Budi");
        assertThat(outcome(event, elsewhere.path("code").stringValue())).isEqualTo("wrong-event");
        assertThat(outcome(event, elsewhere.path("qr").stringValue())).isEqualTo("wrong-event");
        assertThat(
                        scan(event, elsewhere.path("code").stringValue(), "w")
                                .path("registration")
                                .isNull())
                .isTrue();
        assertThat(outcome(event, "ABCD-EFGH-JKMN")).isEqualTo("not-registered");
        assertThat(outcome(event, "https://example.org/")).isEqualTo("not-registered");
    }

    @Test
    void aForgedQrIsNotRegistered() {
        UUID event = sample.openEvent(e -> e);
        String qr = ticket(event, "Budi").path("qr").stringValue();
        String other = ticket(event, "Siti").path("qr").stringValue();
        int signatureAt = "HADIR2:".length() + 44;
        for (String forged :
                List.of(
                        qr.substring(0, signatureAt) + other.substring(signatureAt),
                        qr.substring(0, signatureAt),
                        qr.substring(0, qr.length() - 1),
                        "HADIR2:000000" + qr.substring("HADIR2:000000".length()),
                        qr.replace("HADIR2:", "HADIR3:"),
                        qr.toLowerCase(),
                        "HADIR2:",
                        "HADIR1...",
                        "HADIR1.é.ü.ß")) {
            assertThat(outcome(event, forged)).as(forged).isEqualTo("not-registered");
        }
        assertThat(outcome(event, qr)).isEqualTo("accepted");
    }

    @Test
    void waitlistedCancelledAndRevokedTicketsAreToldApart() {
        UUID event = sample.openEvent(e -> e.put("capacity", 1));
        JsonNode confirmed = ticket(event, "Satu");
        JsonNode waiting = ticket(event, "Dua");
        assertThat(outcome(event, waiting.path("qr").stringValue())).isEqualTo("waitlisted");

        ObjectNode substitute = api.person("Tiga", "");
        substitute.remove("noticeAccepted");
        String old = confirmed.path("code").stringValue();
        JsonNode next =
                api.read(
                        api.post(
                                TestTokens.anyone(),
                                "/api/registrations/" + old + "/substitute",
                                substitute));
        assertThat(outcome(event, old)).isEqualTo("revoked");
        assertThat(outcome(event, confirmed.path("qr").stringValue())).isEqualTo("revoked");

        String gone = waiting.path("code").stringValue();
        api.delete(TestTokens.anyone(), "/api/registrations/" + gone).expectStatus().isNoContent();
        assertThat(outcome(event, gone)).isEqualTo("cancelled");
        assertThat(outcome(event, next.path("ticket").path("qr").stringValue()))
                .isEqualTo("accepted");
    }

    @Test
    void anOfflineDeskSendsItsScansLaterInOrder() {
        UUID event = sample.openEvent(e -> e);
        String one = ticket(event, "Satu").path("code").stringValue();
        String two = ticket(event, "Dua").path("code").stringValue();
        String time = "2026-08-11T08:55:00+07:00";
        ObjectNode batch = json.createObjectNode();
        batch.putArray("scans")
                .add(scanBody(one, "a").put("scannedAt", time))
                .add(scanBody(two, "b"))
                .add(scanBody(one, "c"))
                .add(scanBody(one, "a"))
                .add(scanBody("ABCD-EFGH-JKMN", "d"));

        JsonNode results = batch(event, batch).path("results");
        assertThat(results.valueStream().map(r -> r.path("outcome").stringValue()))
                .containsExactly(
                        "accepted", "accepted", "already-checked-in", "accepted", "not-registered");
        assertThat(Instant.parse(results.get(2).path("firstScanAt").stringValue()))
                .isEqualTo(Instant.parse("2026-08-11T01:55:00Z"));
        assertThat(batch(event, batch).path("results")).isEqualTo(results);
    }

    @Test
    void aBatchHasABoundAndTellsTheScanThatIsWrong() {
        UUID event = sample.openEvent(e -> e);
        ObjectNode batch = json.createObjectNode();
        batch.putArray("scans")
                .add(scanBody("A", "a"))
                .add(scanBody("", "b").put("scannedAt", "2026-08-11T08:55:00"));
        JsonNode problem = batch(event, batch);
        assertThat(problem.path("errors").valueStream().map(e -> e.path("field").stringValue()))
                .containsExactlyInAnyOrder("scans[1].ticket", "scans[1].scannedAt");
        ObjectNode many = json.createObjectNode();
        var scans = many.putArray("scans");
        for (int i = 0; i < 501; i++) {
            scans.add(scanBody("A", "n" + i));
        }
        assertThat(batch(event, many).path("code").stringValue()).isEqualTo("invalid");
    }

    @Test
    void ofFiftyScansOfOneTicketAtOnceOneIsAccepted() {
        UUID event = sample.openEvent(e -> e);
        String code = ticket(event, "Budi").path("code").stringValue();
        Map<String, Long> outcomes =
                atOnce(50, i -> scan(event, code, "n-" + i).path("outcome").stringValue());
        assertThat(outcomes).containsEntry("accepted", 1L).containsEntry("already-checked-in", 49L);
    }

    @Test
    void oneScanSentManyTimesAtOnceIsAnsweredTheSame() {
        UUID event = sample.openEvent(e -> e);
        String code = ticket(event, "Budi").path("code").stringValue();
        assertThat(atOnce(30, i -> scan(event, code, "same").path("outcome").stringValue()))
                .isEqualTo(Map.of("accepted", 30L));
        assertThat(
                        atOnce(
                                30,
                                i ->
                                        scan(event, "ABCD-EFGH-JKMN", "other")
                                                .path("outcome")
                                                .stringValue()))
                .isEqualTo(Map.of("not-registered", 30L));
        Long scans =
                database.sql("select count(*) from scan where event_id = :event")
                        .bind("event", event)
                        .mapValue(Long.class)
                        .one()
                        .block();
        assertThat(scans).isEqualTo(2);
    }

    /** Whichever came first: the other is answered as it was, and nobody is checked in unseen. */
    @Test
    void oneNonceForTwoTicketsAtOnceChecksOneOfThemIn() {
        for (int round = 0; round < 5; round++) {
            UUID event = sample.openEvent(e -> e);
            List<String> codes =
                    List.of(
                            ticket(event, "Satu").path("code").stringValue(),
                            ticket(event, "Dua").path("code").stringValue());
            assertThat(atOnce(16, i -> nameOf(scan(event, codes.get(i % 2), "same")))).hasSize(1);
            Long attended =
                    database.sql(
                                    "select count(checked_in_at) from registration where event_id ="
                                            + " :event")
                            .bind("event", event)
                            .mapValue(Long.class)
                            .one()
                            .block();
            assertThat(attended).isEqualTo(1);
        }
    }

    private static String nameOf(JsonNode answer) {
        return answer.path("registration").path("name").stringValue();
    }

    @Test
    void onlyTheAgencysOwnDeskScans() {
        UUID event = sample.openEvent(e -> e);
        String path = "/api/events/" + event + "/check-ins";
        ObjectNode scan = scanBody("ABCD-EFGH-JKMN", "n");
        api.post(TestTokens.desk("another"), path, scan).expectStatus().isForbidden();
        api.post(TestTokens.organiser("another"), path, scan).expectStatus().isForbidden();
        api.post(TestTokens.official(null), path, scan).expectStatus().isForbidden();
        api.post(TestTokens.anyone(), path, scan).expectStatus().isUnauthorized();
        api.post(TestTokens.organiser(Sample.AGENCY), path, scan).expectStatus().isOk();
        api.post(DESK, "/api/events/" + UUID.randomUUID() + "/check-ins", scan)
                .expectStatus()
                .isNotFound();
        api.post(DESK, "/api/events/nonsense/check-ins", scan).expectStatus().isNotFound();
    }

    @Test
    void whoeverStandsAtTheDoorIsLetInWhateverTheCapacity() {
        UUID event = sample.event(e -> Sample.noWaitlist(e.put("capacity", 1)));
        UUID invited = sample.invitedUnit(event, 1);
        api.registered(event, api.person(invited, "Satu", ""));
        UUID stranger = sample.unit("Dinas Z", "opd", "33.18");

        ObjectNode body = api.person(stranger, "Tamu", "");
        body.remove("noticeAccepted");
        JsonNode walkIn =
                api.read(
                        api.post(DESK, "/api/events/" + event + "/walk-ins", body)
                                .expectStatus()
                                .isCreated());
        assertThat(walkIn.path("source").stringValue()).isEqualTo("walk-in");
        assertThat(walkIn.path("checkedInAt").isNull()).isFalse();
        assertThat(outcome(event, walkIn.path("ticket").path("code").stringValue()))
                .isEqualTo("already-checked-in");
        api.post(DESK, "/api/events/" + event + "/walk-ins", body).expectStatus().isEqualTo(409);
        api.post(TestTokens.desk("another"), "/api/events/" + event + "/walk-ins", body)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whoWaitsForASeatIsLetInAtTheDoorWithTheirOwnTicket() {
        UUID event = sample.openEvent(e -> e.put("capacity", 1));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        api.registered(event, api.person(unit, "Satu", ""));
        JsonNode waiting = api.registered(event, api.person(unit, "Dua", Api.nip(2)));
        assertThat(waiting.path("status").stringValue()).isEqualTo("waitlisted");

        JsonNode guest =
                api.read(
                        api.post(
                                        DESK,
                                        "/api/events/" + event + "/walk-ins",
                                        api.person(unit, "Dua", Api.nip(2)))
                                .expectStatus()
                                .isCreated());
        assertThat(guest.path("source").stringValue()).isEqualTo("walk-in");
        assertThat(guest.path("status").stringValue()).isEqualTo("confirmed");
        assertThat(guest.path("checkedInAt").isNull()).isFalse();
        assertThat(guest.path("ticket")).isEqualTo(waiting.path("ticket"));
        api.post(DESK, "/api/events/" + event + "/walk-ins", api.person(unit, "Satu", ""))
                .expectStatus()
                .isEqualTo(409);
        assertThat(
                        api.read(
                                        api.get(
                                                TestTokens.anyone(),
                                                "/api/events/" + event + "/availability"))
                                .toString())
                .isEqualTo("{\"capacity\":1,\"confirmed\":2,\"waitlisted\":0,\"remaining\":0}");
    }

    @Test
    void aGuestWhoWaitedIsLetInOnceHoweverOftenTheDeskAsks() {
        UUID event = sample.openEvent(e -> e.put("capacity", 0));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        JsonNode waiting =
                api.registered(
                        event, api.person(unit, "Dua", ""), "Idempotency-Key", "key-of-the-web");
        String path = "/api/events/" + event + "/walk-ins";
        String[] key = {"Idempotency-Key", "key-of-the-desk"};
        JsonNode guest = api.read(api.post(DESK, path, api.person(unit, "Dua", ""), key));
        JsonNode again =
                api.read(
                        api.post(DESK, path, api.person(unit, "Dua", ""), key)
                                .expectStatus()
                                .isCreated());

        assertThat(again).isEqualTo(guest);
        assertThat(again.path("status").stringValue()).isEqualTo("confirmed");
        assertThat(again.path("waitlistPosition").isNull()).isTrue();
        assertThat(again.path("ticket")).isEqualTo(waiting.path("ticket"));
        api.post(DESK, path, api.person(unit, "Lain", ""), key).expectStatus().isEqualTo(422);
        api.post(DESK, path, api.person(unit, "Dua", "")).expectStatus().isEqualTo(409);
        assertThat(
                        api.read(
                                        api.get(
                                                TestTokens.anyone(),
                                                "/api/events/" + event + "/availability"))
                                .path("confirmed")
                                .intValue())
                .isOne();
    }

    @Test
    void anExcuseHasAReason() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 1);
        String path = "/api/events/" + event + "/excuses";
        ObjectNode excuse =
                json.createObjectNode().put("unitId", unit.toString()).put("reason", "dinas-luar");
        assertThat(
                        api.read(api.post(DESK, path, excuse).expectStatus().isCreated())
                                .path("reason")
                                .stringValue())
                .isEqualTo("dinas-luar");
        api.post(DESK, path, excuse.put("note", "ke Jakarta")).expectStatus().isCreated();
        api.post(DESK, path, excuse.put("reason", "malas")).expectStatus().isEqualTo(422);
        api.post(DESK, path, json.createObjectNode()).expectStatus().isEqualTo(422);
        ObjectNode unknown =
                json.createObjectNode()
                        .put("unitId", UUID.randomUUID().toString())
                        .put("reason", "izin");
        api.post(DESK, path, unknown).expectStatus().isEqualTo(422);
        api.post(TestTokens.official(null), path, excuse).expectStatus().isForbidden();
    }

    private JsonNode ticket(UUID event, String name) {
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        return api.registered(event, api.person(unit, name, "")).path("ticket");
    }

    private String outcome(UUID event, String ticket) {
        return scan(event, ticket, UUID.randomUUID().toString()).path("outcome").stringValue();
    }

    private JsonNode scan(UUID event, String ticket, String nonce) {
        return api.read(
                api.post(DESK, "/api/events/" + event + "/check-ins", scanBody(ticket, nonce))
                        .expectStatus()
                        .isOk());
    }

    private JsonNode batch(UUID event, ObjectNode batch) {
        return api.read(api.post(DESK, "/api/events/" + event + "/check-ins/batch", batch));
    }

    private ObjectNode scanBody(String ticket, String nonce) {
        return json.createObjectNode()
                .put("ticket", ticket)
                .put("nonce", nonce)
                .put("device", "pintu-1");
    }

    private static Map<String, Long> atOnce(int count, IntFunction<String> call) {
        return Flux.range(0, count)
                .flatMap(
                        i ->
                                Mono.fromCallable(() -> call.apply(i))
                                        .subscribeOn(Schedulers.boundedElastic()),
                        count)
                .collect(Collectors.groupingBy(o -> o, Collectors.counting()))
                .block(Duration.ofSeconds(60));
    }
}
