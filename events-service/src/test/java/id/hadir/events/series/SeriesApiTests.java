package id.hadir.events.series;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SeriesApiTests {

    @Autowired Caller caller;
    @Autowired DatabaseClient database;

    private String agency = "";
    private String organiser = "";
    private String id = "";

    @BeforeEach
    void anEvent() {
        agency = caller.agency("KPU Kota Kediri", "35.71");
        organiser = TestTokens.organiser(agency);
        Map<String, Object> event = new HashMap<>();
        event.put("type", "rakor");
        event.put("title", "Rakor Mingguan");
        event.put("venue", Map.of("name", "Balai Kota Kediri", "regionCode", "35.71"));
        event.put("startsAt", "2027-08-11T09:00:00+07:00");
        event.put("endsAt", "2027-08-11T12:00:00+07:00");
        id = caller.event(agency, event).path("id").stringValue();
    }

    private ResponseSpec make(Map<String, ?> request) {
        return caller.post(organiser, "/api/events/" + id + "/series", request);
    }

    private List<String> weekly(int count) {
        JsonNode series =
                caller.json(
                        make(Map.of("rrule", "FREQ=WEEKLY;COUNT=" + count))
                                .expectStatus()
                                .isCreated());
        return series.path("items")
                .valueStream()
                .map(item -> item.path("event").path("id").stringValue())
                .toList();
    }

    private JsonNode event(String event) {
        return caller.getJson(organiser, "/api/events/" + event);
    }

    private ResponseSpec patchFollowing(String event, String more, Map<String, ?> patch) {
        return caller.request(
                        HttpMethod.PATCH,
                        organiser,
                        "/api/events/" + event + "?scope=following" + more)
                .header("If-Match", "*")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(patch)
                .exchange();
    }

    @Test
    void aRuleMakesDraftsThatBelongTogether() {
        caller.post(
                        organiser,
                        "/api/events/" + id + "/invitations",
                        Map.of(
                                "audience",
                                List.of(Map.of("kind", "kecamatan", "regionCode", "35.71"))))
                .expectStatus()
                .isOk();
        List<String> events = weekly(3);
        assertThat(events).hasSize(3).startsWith(id);
        assertThat(event(events.get(2)).path("startsAt").stringValue())
                .isEqualTo("2027-08-25T09:00:00+07:00");
        assertThat(event(events.get(2)).path("status").stringValue()).isEqualTo("draft");
        assertThat(
                        caller.getJson(organiser, "/api/events/" + events.get(2) + "/invitations")
                                .path("items"))
                .hasSize(3);
        make(Map.of("rrule", "FREQ=WEEKLY;COUNT=3")).expectStatus().isEqualTo(409);
        assertThat(
                        caller.getJson(organiser, "/api/events/" + events.get(1) + "/series")
                                .path("items"))
                .hasSize(3);
    }

    @Test
    void stagesAreInTheOrderOfTheirTimes() {
        JsonNode series =
                caller.json(
                        make(Map.of(
                                        "stage",
                                        "Kampanye",
                                        "stages",
                                        List.of(
                                                Map.of("name", "Rekapitulasi"),
                                                Map.of(
                                                        "name",
                                                        "Pemungutan suara",
                                                        "date",
                                                        "2027-11-24"),
                                                Map.of(
                                                        "name",
                                                        "Pendaftaran",
                                                        "startsAt",
                                                        "2027-06-02T13:00:00+07:00"))))
                                .expectStatus()
                                .isCreated());
        assertThat(series.path("items").valueStream().map(item -> item.path("stage").stringValue()))
                .containsExactly("Pendaftaran", "Kampanye", "Pemungutan suara", "Rekapitulasi");
        assertThat(series.path("items").path(0).path("event").path("title").stringValue())
                .isEqualTo("Rakor Mingguan – Pendaftaran");
        assertThat(series.path("items").path(0).path("event").path("endsAt").stringValue())
                .isEqualTo("2027-06-02T16:00:00+07:00");
    }

    @Test
    void whatIsWrongIsToldAndNothingIsMade() {
        make(Map.of()).expectStatus().isEqualTo(422);
        make(Map.of("rrule", "FREQ=WEEKLY")).expectStatus().isEqualTo(422);
        List<Map<String, String>> many =
                IntStream.range(0, 100).mapToObj(i -> Map.of("name", "Tahap " + i)).toList();
        make(Map.of("stages", many)).expectStatus().isEqualTo(422);
        JsonNode problem =
                caller.json(
                        make(Map.of(
                                        "stages",
                                        List.of(
                                                Map.of("name", ""),
                                                Map.of("name", "A", "date", "besok"))))
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(
                        problem.path("errors")
                                .valueStream()
                                .map(error -> error.path("field").stringValue()))
                .containsExactly("stages[0].name", "stages[1].date");
        caller.get(organiser, "/api/events/" + id + "/series").expectStatus().isNotFound();
    }

    @Test
    void whatFailsAfterTheDraftsWereMadeLeavesNoneOfThem() {
        caller.post(
                        organiser,
                        "/api/events/" + id + "/invitations",
                        Map.of("audience", List.of(Map.of("kind", "desa", "regionCode", "33"))))
                .expectStatus()
                .isOk();
        JsonNode problem =
                caller.json(
                        make(Map.of("rrule", "FREQ=WEEKLY;COUNT=100", "withRoster", true))
                                .expectStatus()
                                .isEqualTo(409));
        assertThat(problem.path("code").stringValue()).isEqualTo("roster-too-large");
        assertThat(
                        database.sql("select count(*) from event where agency_id = :agency::uuid")
                                .bind("agency", agency)
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(1);
    }

    @Test
    void oneIsChangedAlone() {
        List<String> events = weekly(3);
        caller.patch(organiser, events.get(1), "*", Map.of("title", "Rakor khusus"))
                .expectStatus()
                .isOk();
        assertThat(event(events.get(2)).path("title").stringValue()).isEqualTo("Rakor Mingguan");
        caller.request(
                        HttpMethod.PATCH,
                        organiser,
                        "/api/events/" + events.get(1) + "?scope=folowing")
                .header("If-Match", "*")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("title", "x"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void aChangeReachesTheLaterOnesAndNotTheEarlier() {
        List<String> events = weekly(4);
        patchFollowing(
                        events.get(1),
                        "",
                        Map.of(
                                "theme",
                                "Logistik",
                                "startsAt",
                                "2027-08-19T10:00:00+07:00",
                                "endsAt",
                                "2027-08-19T13:00:00+07:00"))
                .expectStatus()
                .isOk();
        assertThat(event(id).path("theme").isNull()).isTrue();
        for (int i = 1; i < 4; i++) {
            assertThat(event(events.get(i)).path("theme").stringValue()).isEqualTo("Logistik");
        }
        assertThat(event(events.get(3)).path("startsAt").stringValue())
                .isEqualTo("2027-09-02T10:00:00+07:00");
        assertThat(event(events.get(3)).path("endsAt").stringValue())
                .isEqualTo("2027-09-02T13:00:00+07:00");
    }

    @Test
    void aMoveReachesTheLaterOnesWithItsReason() {
        List<String> events = weekly(3);
        caller.post(organiser, "/api/events/" + events.get(2) + "/publish", "{}")
                .expectStatus()
                .isOk();
        caller.post(
                        organiser,
                        "/api/events/" + events.get(1) + "/reschedule?scope=following",
                        Map.of("startsAt", "2027-08-20T09:00:00+07:00", "reason", "Hari libur"))
                .expectStatus()
                .isOk();
        JsonNode last = event(events.get(2));
        assertThat(last.path("startsAt").stringValue()).isEqualTo("2027-08-27T09:00:00+07:00");
        assertThat(last.path("history").path(0).path("reason").stringValue())
                .isEqualTo("Hari libur");
    }

    @Test
    void whatCannotBeChangedStopsAllUnlessItIsLeftOut() {
        List<String> events = weekly(4);
        caller.post(
                        organiser,
                        "/api/events/" + events.get(2) + "/cancel",
                        Map.of("reason", "Banjir"))
                .expectStatus()
                .isOk();
        JsonNode problem =
                caller.json(
                        patchFollowing(id, "", Map.of("theme", "Baru"))
                                .expectStatus()
                                .isEqualTo(409));
        assertThat(problem.path("code").stringValue()).isEqualTo("series-conflict");
        assertThat(problem.path("conflicts").path(0).path("eventId").stringValue())
                .isEqualTo(events.get(2));
        assertThat(problem.path("conflicts").path(0).path("code").stringValue())
                .isEqualTo("event-cancelled");
        for (String event : events) {
            assertThat(event(event).path("theme").isNull()).isTrue();
        }
        patchFollowing(id, "&leaveOut=true", Map.of("theme", "Baru")).expectStatus().isOk();
        assertThat(event(events.get(3)).path("theme").stringValue()).isEqualTo("Baru");
        assertThat(event(events.get(2)).path("theme").isNull()).isTrue();
    }
}
