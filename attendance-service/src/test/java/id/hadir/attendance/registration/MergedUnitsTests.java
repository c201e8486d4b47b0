package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was said of an office that was entered twice means the one that remains. */
@ServiceTest
class MergedUnitsTests {

    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);
    private static final String DESK = TestTokens.desk(Sample.AGENCY);
    private static final String REGION = "36.04";

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;
    @Autowired private DatabaseClient database;

    private UUID event;
    private UUID unit;
    private UUID into;

    @BeforeEach
    void twoEntriesOfOneOffice() {
        event = sample.event(e -> e);
        unit = sample.unit("Dinkes Kab Serang", "opd", REGION);
        into = sample.unit("Dinas Kesehatan", "opd", REGION);
        sample.invite(event, unit, 2);
        sample.invite(event, into, 3);
    }

    /** As events-service tells it: the rosters first. */
    private void merge() {
        sample.invite(
                event,
                unit,
                moved ->
                        moved.put("withdrawn", true)
                                .put("movedTo", into.toString())
                                .put("revision", 2));
        sample.merge(unit, "Dinkes Kab Serang", "opd", REGION, into);
    }

    @Test
    void registrationsOfAComingEventMoveAndTheirTicketsStayGood() {
        JsonNode ticket = api.registered(event, api.person(unit, "Siti", Api.nip(1)));
        merge();
        JsonNode held = held(ticket);
        assertThat(held.path("unit").path("id").stringValue()).isEqualTo(into.toString());
        assertThat(held.path("unit").path("name").stringValue()).isEqualTo("Dinas Kesehatan");
        assertThat(toldOf(ticket)).contains(into.toString());
        assertThat(code(register(api.person(into, "Siti", Api.nip(1))), 409))
                .isEqualTo("already-registered");
    }

    @Test
    void aFormThatWasOpenAndAnOldLinkRegisterForTheOneThatRemains() {
        merge();
        assertThat(officeOf(api.person(unit, "Budi", ""))).isEqualTo(into);
        assertThat(officeOf(link("Ani").put("unitId", unit.toString()))).isEqualTo(into);
        assertThat(officeOf(link("Joko"))).isEqualTo(into);
        assertThat(code(register(link("Tuti")), 409)).isEqualTo("unit-seats-taken");
        assertThat(code(register(api.person(unit, "Budi", "")), 409))
                .isEqualTo("already-registered");
        assertThat(formOfOldLink()).contains("Undangan ini untuk", "Dinas Kesehatan");
    }

    @Test
    void anOldLinkIsForNoThirdOfficeAndOpensNothingThatWasWithdrawnByHand() {
        merge();
        UUID third = sample.unit("Dinas Lain", "opd", REGION);
        sample.invite(event, third, 1);
        assertThat(code(register(link("Budi").put("unitId", third.toString())), 409))
                .isEqualTo("not-invited");
        sample.invite(event, into, own -> own.put("withdrawn", true).put("revision", 2));
        assertThat(code(register(link("Budi")), 409)).isEqualTo("not-invited");
        assertThat(code(answer(unit, "coming"), 409)).isEqualTo("not-invited");
        sample.invite(event, third, gone -> gone.put("withdrawn", true).put("revision", 2));
        sample.merge(third, "Dinas Lain", "opd", REGION, into);
        sample.invite(event, into, own -> own.put("revision", 3));
        assertThat(
                        code(
                                register(
                                        api.person("Budi", "")
                                                .put("invitationToken", "token-" + third)),
                                409))
                .isEqualTo("not-invited");
    }

    @Test
    void whoIsRegisteredForBothKeepsBothTickets() {
        JsonNode one = api.registered(event, api.person(unit, "Siti", ""));
        JsonNode other = api.registered(event, api.person(into, "Siti", ""));
        merge();
        assertThat(held(one).path("status").stringValue()).isEqualTo("confirmed");
        assertThat(held(other).path("status").stringValue()).isEqualTo("confirmed");
    }

    @Test
    void theLaterAnswerCountsAndTheEarlierExcuseIsTakenBack() {
        answer(unit, "excused").expectStatus().isCreated();
        answer(into, "coming").expectStatus().isCreated();
        merge();
        assertThat(answered()).isEqualTo("coming");
        assertThat(rows("excuse")).isZero();
        assertThat(rows("answer")).isEqualTo(1);
    }

    @Test
    void theLaterAnswerOfTheMergedOfficeCounts() {
        answer(into, "coming").expectStatus().isCreated();
        answer(unit, "excused").expectStatus().isCreated();
        merge();
        assertThat(answered()).isEqualTo("excused");
        assertThat(rows("excuse")).isEqualTo(1);
        answer(unit, "coming").expectStatus().isOk();
        assertThat(answered()).isEqualTo("coming");
    }

    @Test
    void anExcuseAndAWalkInForTheMergedOfficeAreOfTheOneThatRemains() {
        merge();
        ObjectNode excuse = JsonMapper.shared().createObjectNode();
        excuse.put("unitId", unit.toString()).put("reason", "izin");
        api.post(DESK, path("/excuses"), excuse).expectStatus().isCreated();
        assertThat(answered()).isEqualTo("excused");
        JsonNode guest =
                api.read(
                        api.post(DESK, path("/walk-ins"), api.person(unit, "Tamu", ""))
                                .expectStatus()
                                .isCreated());
        assertThat(guest.toString()).contains(into.toString());
    }

    @Test
    void anExcuseThatComesAfterwardsIsOfTheOfficeThatThePastRosterSays() {
        sample.put(Sample.ended(sample.eventNode(event)).put("version", 2));
        sample.merge(unit, "Dinkes Kab Serang", "opd", REGION, into);
        ObjectNode excuse = JsonMapper.shared().createObjectNode();
        excuse.put("unitId", unit.toString()).put("reason", "sakit");
        api.post(DESK, path("/excuses"), excuse).expectStatus().isCreated();
        assertThat(states())
                .containsExactlyInAnyOrder("Dinkes Kab Serang excused", "Dinas Kesehatan absent");
    }

    @Test
    void aPastEventStaysAsPrintedAndCountsOnceForTheOneThatRemains() {
        api.post(DESK, path("/walk-ins"), api.person(unit, "Siti", "")).expectStatus().isCreated();
        sample.put(Sample.ended(sample.eventNode(event)).put("version", 2));
        sample.merge(unit, "Dinkes Kab Serang", "opd", REGION, into);
        assertThat(states())
                .containsExactlyInAnyOrder("Dinkes Kab Serang present", "Dinas Kesehatan absent");
        assertThat(overEvents().toString())
                .contains(into.toString(), "\"invited\":1,\"present\":1,\"represented\":0")
                .contains("\"absent\":0")
                .doesNotContain(unit.toString());
    }

    @Test
    void aWalkInThatIsEnteredAfterwardsIsOfTheOfficeThatThePastRosterSays() {
        sample.put(Sample.ended(sample.eventNode(event)).put("version", 2));
        sample.merge(unit, "Dinkes Kab Serang", "opd", REGION, into);
        api.post(DESK, path("/walk-ins"), api.person(unit, "Siti", "")).expectStatus().isCreated();
        assertThat(states())
                .containsExactlyInAnyOrder("Dinkes Kab Serang present", "Dinas Kesehatan absent");
    }

    @Test
    void theFormOfAnOldLinkHasTheGuestWhomTheOneThatRemainsSendsUntilSomebodyIsRegistered() {
        Map<String, ?> sending =
                Map.of("invitationToken", "token-" + into, "answer", "sending", "name", "Ratna W.");
        api.post(TestTokens.anyone(), path("/answers"), JsonMapper.shared().valueToTree(sending))
                .expectStatus()
                .isCreated();
        merge();
        assertThat(formOfOldLink()).contains("Ratna W.");
        api.registered(event, api.person(into, "Joko", ""));
        assertThat(formOfOldLink()).contains("Dinas Kesehatan").doesNotContain("Ratna W.");
    }

    @Test
    void theSameNewsTwiceAndAnOlderOneChangeNothing() {
        JsonNode ticket = api.registered(event, api.person(unit, "Siti", ""));
        merge();
        String told = toldOf(ticket);
        merge();
        sample.switchOff(unit, "Dinkes Kab Serang", "opd", REGION);
        assertThat(toldOf(ticket)).isEqualTo(told);
        assertThat(officeOf(api.person(unit, "Budi", ""))).isEqualTo(into);
    }

    private String formOfOldLink() {
        String form = "/kegiatan/rakor-" + event + "/daftar?undangan=token-" + unit;
        return browser.get(TestTokens.anyone(), form).html();
    }

    private ObjectNode link(String name) {
        return api.person(name, "").put("invitationToken", "token-" + unit);
    }

    private ResponseSpec register(ObjectNode body) {
        return api.register(event, body);
    }

    private UUID officeOf(ObjectNode body) {
        return UUID.fromString(api.registered(event, body).path("unit").path("id").stringValue());
    }

    private String code(ResponseSpec response, int status) {
        return api.read(response.expectStatus().isEqualTo(status)).path("code").stringValue();
    }

    private JsonNode held(JsonNode registered) {
        String ticket = registered.path("ticket").path("code").stringValue();
        return api.read(api.get(TestTokens.anyone(), "/api/registrations/" + ticket));
    }

    private ResponseSpec answer(UUID office, String answer) {
        return api.post(
                TestTokens.anyone(),
                path("/answers"),
                JsonMapper.shared()
                        .valueToTree(
                                Map.of("invitationToken", "token-" + office, "answer", answer)));
    }

    private String answered() {
        JsonNode offices = api.read(api.get(ORGANISER, path("/answers"))).path("items");
        assertThat(offices.size()).isEqualTo(1);
        return offices.path(0).path("state").stringValue();
    }

    private List<String> states() {
        return api.read(api.get(ORGANISER, path("/attendance/units")))
                .path("items")
                .valueStream()
                .map(
                        row ->
                                row.path("unit").path("name").stringValue()
                                        + " "
                                        + row.path("state").stringValue())
                .toList();
    }

    private JsonNode overEvents() {
        List<JsonNode> rows =
                api.read(api.get(ORGANISER, "/api/reports/attendance?kind=opd&limit=200"))
                        .path("items")
                        .valueStream()
                        .filter(
                                row ->
                                        row.toString().contains(into.toString())
                                                || row.toString().contains(unit.toString()))
                        .toList();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private String path(String rest) {
        return "/api/events/" + event + rest;
    }

    private Long rows(String table) {
        return database.sql("select count(*) from " + table + " where event_id = :event")
                .bind("event", event)
                .mapValue(Long.class)
                .one()
                .block();
    }

    /** The last that the feed says of that registration. */
    private String toldOf(JsonNode registered) {
        return database.sql(
                        """
                        select id::text || ' ' || data::text from feed_entry
                        where type = 'registrations.changed' and data::text like :id order by tx desc, id desc limit 1
                        """)
                .bind("id", "%" + registered.path("id").stringValue() + "%")
                .mapValue(String.class)
                .one()
                .block();
    }
}
