package id.hadir.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ServiceTest
class EventApiTests {

    @Autowired Caller caller;

    String agency = "";
    String organiser = "";

    @BeforeEach
    void anAgency() {
        agency = caller.agency("KPU Kabupaten Pati", "33.18");
        organiser = TestTokens.organiser(agency);
    }

    private static Map<String, Object> request() {
        Map<String, Object> request = new HashMap<>();
        request.put("type", "sosialisasi");
        request.put("title", "Netralitas ASN");
        request.put("coOrganisers", List.of("Bawaslu Kabupaten Pati"));
        request.put(
                "venue",
                Map.of("name", "Hotel New Merdeka", "regionCode", "33.18", "capacity", 500));
        request.put("startsAt", "2027-08-11T09:00:00+07:00");
        request.put("endsAt", "2027-08-11T12:00:00+07:00");
        request.put("timeZone", "Asia/Jakarta");
        request.put("capacity", 455);
        request.put("registration", Map.of("mode", "invited", "waitlist", true));
        request.put(
                "agenda",
                List.of(
                        Map.of(
                                "startsAt",
                                "2027-08-11T09:00:00+07:00",
                                "title",
                                "Pembukaan",
                                "speakers",
                                List.of(Map.of("name", "Jumani", "role", "keynote")))));
        return request;
    }

    private JsonNode draft() {
        return caller.event(agency, request());
    }

    private String published() {
        String id = draft().path("id").stringValue();
        publish(id).expectStatus().isOk();
        return id;
    }

    private ResponseSpec publish(String id) {
        return caller.post(organiser, "/api/events/" + id + "/publish", "");
    }

    @Test
    void aNewEventIsADraftWithEverythingTheContractShows() {
        ResponseSpec response = caller.post(organiser, "/api/events", request());
        response.expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"1\"");
        JsonNode event = caller.json(response);
        assertThat(event.propertyNames())
                .contains(
                        "id",
                        "slug",
                        "status",
                        "version",
                        "agency",
                        "createdAt",
                        "updatedAt",
                        "clashes",
                        "links",
                        "missing",
                        "history",
                        "agenda",
                        "registration");
        assertThat(event.path("status").stringValue()).isEqualTo("draft");
        assertThat(event.path("slug").stringValue())
                .startsWith("netralitas-asn-kabupaten-pati-2027");
        assertThat(event.path("startsAt").stringValue()).isEqualTo("2027-08-11T09:00:00+07:00");
        assertThat(event.path("agency").path("name").stringValue()).isEqualTo("KPU Kabupaten Pati");
        assertThat(event.path("agenda").path(0).path("speakers").path(0).path("role").stringValue())
                .isEqualTo("keynote");
        response.expectHeader()
                .valueEquals("Location", "/api/events/" + event.path("id").stringValue());
    }

    @Test
    void aDraftIsThereForItsOrganiserAndAdminOnly() {
        JsonNode draft = draft();
        String other = TestTokens.organiser(caller.agency("KPU Lain", "33.19"));
        for (String key : List.of("id", "slug")) {
            String uri = "/api/events/" + draft.path(key).stringValue();
            caller.get(organiser, uri).expectStatus().isOk();
            caller.get(TestTokens.admin(), uri).expectStatus().isOk();
            caller.get(other, uri).expectStatus().isNotFound();
            caller.get(TestTokens.anyone(), uri).expectStatus().isNotFound();
            caller.get(TestTokens.desk(agency), uri).expectStatus().isNotFound();
        }
        String id = draft.path("id").stringValue();
        caller.post(other, "/api/events/" + id + "/publish", "").expectStatus().isNotFound();
    }

    @Test
    void anotherAgencysPublishedEventIsNotChanged() {
        String id = published();
        String other = TestTokens.organiser(caller.agency("KPU Lain", "33.19"));
        caller.patch(other, id, "*", Map.of("title", "x")).expectStatus().isForbidden();
        caller.post(other, "/api/events/" + id + "/cancel", Map.of("reason", "x"))
                .expectStatus()
                .isForbidden();
        caller.post(other, "/api/events", withAgency(agency)).expectStatus().isForbidden();
        caller.patch(TestTokens.admin(), id, "*", Map.of("title", "Admin boleh"))
                .expectStatus()
                .isOk();
    }

    private static Map<String, Object> withAgency(String agency) {
        Map<String, Object> request = request();
        request.put("agencyId", agency);
        return request;
    }

    @Test
    void publishingTwiceIsAsOnce() {
        String id = published();
        JsonNode again = caller.json(publish(id).expectStatus().isOk());
        assertThat(again.path("status").stringValue()).isEqualTo("published");
        assertThat(again.path("version").intValue()).isEqualTo(2);
        caller.get(TestTokens.anyone(), "/api/events/" + id).expectStatus().isOk();
    }

    @Test
    void anIncompleteEventIsNotPublishedAndSaysWhatIsMissing() {
        String id =
                caller.event(agency, Map.of("type", "rakor", "title", "Rakor"))
                        .path("id")
                        .stringValue();
        JsonNode problem = caller.json(publish(id).expectStatus().isEqualTo(409));
        assertThat(problem.path("code").stringValue()).isEqualTo("incomplete");
        assertThat(problem.path("missing")).hasToString("[\"startsAt\",\"venue\"]");
    }

    @Test
    void onlyTheGivenFieldsChangeAndNullClears() {
        String id = published();
        JsonNode patched =
                caller.json(
                        caller.patch(
                                        organiser,
                                        id,
                                        "\"2\"",
                                        "{\"theme\":\"Netral\",\"capacity\":null,"
                                                + "\"venue\":{\"capacity\":600}}")
                                .expectStatus()
                                .isOk()
                                .expectHeader()
                                .valueEquals("ETag", "\"3\""));
        assertThat(patched.path("theme").stringValue()).isEqualTo("Netral");
        assertThat(patched.path("capacity").isNull()).isTrue();
        assertThat(patched.path("venue").path("name").stringValue()).isEqualTo("Hotel New Merdeka");
        assertThat(patched.path("venue").path("capacity").intValue()).isEqualTo(600);
        assertThat(patched.path("title").stringValue()).isEqualTo("Netralitas ASN");
        assertThat(patched.path("startsAt").stringValue()).isEqualTo("2027-08-11T09:00:00+07:00");
    }

    @Test
    void aPatchNeedsTheLatestVersion() {
        String id = published();
        caller.patch(organiser, id, "\"1\"", Map.of("title", "x"))
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("precondition-failed");
        caller.request(org.springframework.http.HttpMethod.PATCH, organiser, "/api/events/" + id)
                .header("Content-Type", "application/json")
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(428);
    }

    @Test
    void whatIsOverIsNotPatched() {
        Map<String, Object> past = request();
        past.put("startsAt", "2024-08-11T09:00:00+07:00");
        past.put("endsAt", "2024-08-11T12:00:00+07:00");
        past.remove("agenda");
        String id = caller.event(agency, past).path("id").stringValue();
        JsonNode published = caller.json(publish(id).expectStatus().isOk());
        assertThat(published.path("status").stringValue()).isEqualTo("completed");
        caller.patch(organiser, id, "*", Map.of("title", "x"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("event-ended");
    }

    @Test
    void reschedulingKeepsTheEarlierSchedule() {
        String id = published();
        Map<String, Object> move =
                Map.of(
                        "startsAt", "2027-08-12T09:00:00+07:00",
                        "endsAt", "2027-08-12T12:00:00+07:00",
                        "venue", Map.of("name", "Pendopo", "regionCode", "33.18"),
                        "reason", "Hotel penuh");
        JsonNode moved =
                caller.json(
                        caller.post(organiser, "/api/events/" + id + "/reschedule", move)
                                .expectStatus()
                                .isOk());
        assertThat(moved.path("venue").path("name").stringValue()).isEqualTo("Pendopo");
        JsonNode earlier = caller.getJson(TestTokens.anyone(), "/api/events/" + id).path("history");
        assertThat(earlier).hasSize(1);
        assertThat(earlier.path(0).path("startsAt").stringValue())
                .isEqualTo("2027-08-11T09:00:00+07:00");
        assertThat(earlier.path(0).path("venue").path("name").stringValue())
                .isEqualTo("Hotel New Merdeka");
        assertThat(earlier.path(0).path("reason").stringValue()).isEqualTo("Hotel penuh");
        caller.post(organiser, "/api/events/" + id + "/reschedule", Map.of("startsAt", "besok"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void aCancelledEventStaysPublicWithItsReason() {
        String id = published();
        String uri = "/api/events/" + id + "/cancel";
        caller.post(organiser, uri, "{}").expectStatus().isEqualTo(422);
        caller.post(organiser, uri, Map.of("reason", "Banjir")).expectStatus().isOk();
        JsonNode event = caller.getJson(TestTokens.anyone(), "/api/events/" + id);
        assertThat(event.path("status").stringValue()).isEqualTo("cancelled");
        assertThat(event.path("cancelReason").stringValue()).isEqualTo("Banjir");
        publish(id).expectStatus().isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":", "nonsense", "{\"title\":\"x\"}}"})
    void unreadableJsonIsMalformed(String body) {
        caller.post(organiser, "/api/events", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"x\"",
                "{}",
                "{\"type\":\"rakor\",\"title\":{}}",
                "{\"type\":\"rakor\",\"title\":\"x\",\"agenda\":{}}",
                "{\"type\":\"rakor\",\"title\":\"x\",\"capacity\":1e99}",
                "{\"type\":\"rakor\",\"title\":\"x\",\"capacity\":99999999999999}",
                "{\"type\":\"rakor\",\"title\":\"x\",\"venue\":{\"regionCode\":\"33.99\"}}",
                "{\"type\":\"rakor\",\"title\":\"x\\u0000\"}",
                "{\"type\":\"rakor\",\"title\":\"x\",\"agencyId\":\"nobody\"}",
                "{\"type\":\"rakor\",\"title\":\"x\",\"date\":\"2027-08-11\",\"weekday\":\"Kamis\"}"
            })
    void whatIsReadableButWrongIsInvalid(String body) {
        caller.post(organiser, "/api/events", body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid")
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0198c0de-0000-7000-8000-000000000000", "1-1-1-1-1"})
    void anUnknownEventIsNotFound(String id) {
        caller.get(TestTokens.anyone(), "/api/events/" + id).expectStatus().isNotFound();
        publish(id).expectStatus().isNotFound();
        caller.patch(organiser, id, "*", Map.of("title", "x")).expectStatus().isNotFound();
    }

    @Test
    void onlyOrganisersMakeEvents() {
        caller.post(TestTokens.anyone(), "/api/events", request()).expectStatus().isUnauthorized();
        caller.post(TestTokens.desk(agency), "/api/events", request()).expectStatus().isForbidden();
        caller.post(TestTokens.official("33"), "/api/events", request())
                .expectStatus()
                .isForbidden();
        caller.post(TestTokens.admin(), "/api/events", withAgency(agency))
                .expectStatus()
                .isCreated();
    }

    @Test
    void clashesWarnTheOrganiserAndNobodyElse() {
        String first = published();
        JsonNode second = draft();
        String kinds =
                second.path("clashes")
                        .valueStream()
                        .filter(clash -> first.equals(clash.path("eventId").asString("")))
                        .map(
                                clash ->
                                        clash.path("kind").stringValue()
                                                + " "
                                                + clash.path("detail").stringValue())
                        .sorted()
                        .toList()
                        .toString();
        assertThat(kinds).isEqualTo("[speaker Jumani, venue Hotel New Merdeka]");
        JsonNode seenByAnyone = caller.getJson(TestTokens.anyone(), "/api/events/" + first);
        assertThat(seenByAnyone.path("clashes")).isEmpty();
        assertThat(seenByAnyone.has("missing")).isFalse();
    }
}
