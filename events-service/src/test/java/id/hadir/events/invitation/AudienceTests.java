package id.hadir.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom the lines of an audience mean together, by when they answer, and what is kept of it. */
@ServiceTest
class AudienceTests {

    private static final Map<String, Object> CAMAT =
            Map.of("kind", "kecamatan", "regionCode", "36.04");

    @Autowired Caller caller;
    @Autowired DatabaseClient database;

    private String agency = "";
    private String event = "";

    @BeforeEach
    void anEvent() {
        agency = caller.agency("Bakesbangpol Kabupaten Serang", "36.04");
        event =
                caller.event(
                                agency,
                                Map.of(
                                        "type",
                                        "sosialisasi",
                                        "title",
                                        "Netralitas ASN",
                                        "startsAt",
                                        "2027-08-11T09:00:00+07:00",
                                        "timeZone",
                                        "Asia/Jakarta"))
                        .path("id")
                        .stringValue();
    }

    @Test
    void exceptionsByIdRegionAndNameAreLeftOut() {
        String anyer = unit("Anyar");
        JsonNode count =
                preview(
                                with(
                                        CAMAT,
                                        "except",
                                        Map.of(
                                                "unitIds",
                                                List.of(anyer),
                                                "regionCodes",
                                                List.of("36.04.06"),
                                                "names",
                                                List.of("camat baros"))))
                        .path("total");
        assertThat(count)
                .hasToString("{\"units\":26,\"seats\":26,\"alreadyInvited\":0,\"leftOut\":3}");
        assertThat(
                        preview(with(CAMAT, "except", Map.of("kinds", List.of("kecamatan"))))
                                .path("total")
                                .path("units")
                                .intValue())
                .isZero();
    }

    @Test
    void anExceptionThatLeavesOutNobodyIsToldWithItsName() {
        JsonNode told =
                caller.json(
                        invite(with(CAMAT, "except", Map.of("names", List.of("Baros", "Barros"))))
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(told.path("errors")).hasSize(1);
        assertThat(told.path("errors").path(0).path("field").stringValue())
                .isEqualTo("audience[0].except.names[1]");
        assertThat(told.path("errors").path(0).path("message").stringValue()).contains("Barros");
    }

    @Test
    void theLaterOfTwoLinesRulesForTheUnitsThatItNames() {
        Map<String, Object> two =
                with(CAMAT, "q", "Baros", "seats", 2, "position", "Sekretaris", "inPerson", true);
        JsonNode preview = preview(CAMAT, two);
        assertThat(preview.path("audience").path(1).path("units").intValue()).isEqualTo(1);
        assertThat(preview.path("total").path("seats").intValue()).isEqualTo(30);
        invite(CAMAT, two).expectStatus().isOk();
        JsonNode baros = invitation("Kecamatan Baros");
        assertThat(baros.path("seats").intValue()).isEqualTo(2);
        assertThat(baros.path("inPerson").booleanValue()).isTrue();
        assertThat(baros.path("addressee").stringValue()).isEqualTo("Sekretaris");
        JsonNode anyar = invitation("Kecamatan Anyar");
        assertThat(anyar.path("position").isNull()).isTrue();
        assertThat(anyar.path("addressee").stringValue()).isEqualTo("Camat Anyar");
    }

    @Test
    void eachSendingThatChangesSomethingIsAWave() {
        send("2027-08-09T16:00:00+07:00", with(CAMAT, "q", "Baros"));
        send(null, CAMAT);
        send(null, CAMAT);
        send("2027-08-10T16:00:00+07:00", CAMAT);
        JsonNode waves = get("/waves").path("items");
        assertThat(waves.valueStream().map(wave -> wave.path("number").intValue()))
                .containsExactly(3, 2, 1);
        assertThat(waves.path(1).path("added").intValue()).isEqualTo(28);
        assertThat(waves.path(1).path("answerBy").isNull()).isTrue();
        assertThat(waves.path(0).path("changed").intValue()).isEqualTo(29);
        assertThat(waves.path(0).path("seats").intValue()).isEqualTo(29);
        assertThat(
                        get("/waves?limit=2&cursor="
                                        + get("/waves?limit=2").path("next").stringValue())
                                .path("items"))
                .hasSize(1);
    }

    @Test
    void aDeadlineStaysUntilAnotherIsAskedFor() {
        send("2027-08-09T16:00:00+07:00", with(CAMAT, "q", "Baros"));
        send(null, with(CAMAT, "seats", 3));
        JsonNode baros = invitation("Kecamatan Baros");
        assertThat(baros.path("answerBy").stringValue()).isEqualTo("2027-08-09T09:00:00Z");
        assertThat(baros.path("wave").intValue()).isEqualTo(2);
        assertThat(invitation("Kecamatan Anyar").path("answerBy").isNull()).isTrue();
    }

    @Test
    void aDeadlineLiesAheadAndBeforeTheEndOfTheEvent() {
        assertThat(wrongDeadline("2020-01-01T00:00:00+07:00")).isEqualTo("in-the-past");
        assertThat(wrongDeadline("2027-08-12T00:01:00+07:00")).isEqualTo("after-the-event");
        assertThat(wrongDeadline("2027-08-09")).isEqualTo("invalid-date-time");
    }

    private String wrongDeadline(String answerBy) {
        JsonNode told = caller.json(sending(answerBy, CAMAT).expectStatus().isEqualTo(422));
        assertThat(told.path("errors").path(0).path("field").stringValue()).isEqualTo("answerBy");
        return told.path("errors").path(0).path("code").stringValue();
    }

    @Test
    void theFeedTellsWhoIsMeantAndByWhen() {
        send("2027-08-09T16:00:00+07:00", with(CAMAT, "q", "Baros", "position", "Sekretaris"));
        String data =
                database.sql(
                                """
                                select (data #> '{invitations,0}')::text from feed_entry
                                where type = 'invitations.changed' and subject = :event
                                """)
                        .bind("event", event)
                        .mapValue(String.class)
                        .one()
                        .block();
        JsonNode told = JsonMapper.shared().readTree(data);
        assertThat(told.path("position").stringValue()).isEqualTo("Sekretaris");
        assertThat(told.path("answerBy").stringValue()).startsWith("2027-08-09T09:00:00");
        assertThat(told.has("code")).isFalse();
    }

    private String unit(String name) {
        return caller.getJson(
                        TestTokens.anyone(), "/api/units?regionCode=36.04&kind=kecamatan&q=" + name)
                .path("items")
                .path(0)
                .path("id")
                .stringValue();
    }

    private JsonNode invitation(String office) {
        return get("/invitations?limit=200")
                .path("items")
                .valueStream()
                .filter(item -> item.path("unit").path("name").stringValue("").equals(office))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(String below) {
        return caller.getJson(TestTokens.organiser(agency), "/api/events/" + event + below);
    }

    @SafeVarargs
    private JsonNode preview(Map<String, Object>... audience) {
        return caller.json(
                caller.post(
                                TestTokens.organiser(agency),
                                "/api/events/" + event + "/invitations/preview",
                                Map.of("audience", List.of(audience)))
                        .expectStatus()
                        .isOk());
    }

    private ResponseSpec invite(Map<String, Object>... audience) {
        return sending(null, audience);
    }

    @SafeVarargs
    private void send(String answerBy, Map<String, Object>... audience) {
        sending(answerBy, audience).expectStatus().isOk();
    }

    @SafeVarargs
    private ResponseSpec sending(String answerBy, Map<String, Object>... audience) {
        Map<String, Object> body = new HashMap<>();
        body.put("audience", List.of(audience));
        body.put("answerBy", answerBy);
        return caller.post(
                TestTokens.organiser(agency), "/api/events/" + event + "/invitations", body);
    }

    private static Map<String, Object> with(Map<String, Object> line, Object... fields) {
        Map<String, Object> more = new HashMap<>(line);
        for (int i = 0; i < fields.length; i += 2) {
            more.put((String) fields[i], fields[i + 1]);
        }
        return more;
    }
}
