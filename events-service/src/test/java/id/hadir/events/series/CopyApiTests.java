package id.hadir.events.series;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CopyApiTests {

    @Autowired Caller caller;
    @Autowired DatabaseClient database;

    private String organiser = "";
    private String id = "";

    @BeforeEach
    void anInvitedEvent() {
        String agency = caller.agency("KPU Kabupaten Serang", "36.04");
        organiser = TestTokens.organiser(agency);
        Map<String, Object> event = new HashMap<>();
        event.put("type", "rakor");
        event.put("title", "Rakor Triwulan");
        event.put("venue", Map.of("name", "Pendopo Serang", "regionCode", "36.04"));
        event.put("startsAt", "2027-08-11T09:00:00+07:00");
        event.put("endsAt", "2027-08-11T12:00:00+07:00");
        event.put(
                "registration", Map.of("mode", "invited", "closesAt", "2027-08-10T16:00:00+07:00"));
        event.put("agenda", List.of(Map.of("startsAt", "2027-08-11T09:30:00+07:00", "title", "A")));
        id = caller.event(agency, event).path("id").stringValue();
        Map<String, Object> camat =
                Map.of("kind", "kecamatan", "regionCode", "36.04", "seats", 2, "inPerson", true);
        caller.post(
                        organiser,
                        "/api/events/" + id + "/invitations",
                        Map.of("audience", List.of(camat)))
                .expectStatus()
                .isOk();
    }

    private JsonNode copy(Map<String, ?> request) {
        return caller.json(
                caller.post(organiser, "/api/events/" + id + "/copies", request)
                        .expectStatus()
                        .isCreated());
    }

    private JsonNode roster(JsonNode event) {
        return roster(event.path("id").stringValue());
    }

    private JsonNode roster(String event) {
        return caller.getJson(organiser, "/api/events/" + event + "/invitations?limit=200")
                .path("items");
    }

    @Test
    void aCopyIsADraftOnItsDayAndEverythingMovesAlong() {
        caller.post(organiser, "/api/events/" + id + "/publish", "{}").expectStatus().isOk();
        JsonNode copy = copy(Map.of("date", "2027-11-10"));
        assertThat(copy.path("status").stringValue()).isEqualTo("draft");
        assertThat(copy.path("title").stringValue()).isEqualTo("Rakor Triwulan");
        assertThat(copy.path("startsAt").stringValue()).isEqualTo("2027-11-10T09:00:00+07:00");
        assertThat(copy.path("endsAt").stringValue()).isEqualTo("2027-11-10T12:00:00+07:00");
        assertThat(copy.path("agenda").path(0).path("startsAt").stringValue())
                .isEqualTo("2027-11-10T09:30:00+07:00");
        assertThat(copy.path("registration").path("closesAt").stringValue())
                .isEqualTo("2027-11-09T16:00:00+07:00");
        assertThat(copy.path("history")).isEmpty();
    }

    @Test
    void theRosterGoesWithItAndItsLinksAreNew() {
        JsonNode before = roster(id);
        JsonNode after = roster(copy(Map.of("startsAt", "2027-11-10T13:00:00+07:00")));
        assertThat(after.valueStream().map(i -> i.path("unit")).toList())
                .isEqualTo(before.valueStream().map(i -> i.path("unit")).toList());
        assertThat(after.path(0).path("seats").intValue()).isEqualTo(2);
        assertThat(after.path(0).path("inPerson").booleanValue()).isTrue();
        assertThat(after.valueStream().map(i -> i.path("token").stringValue()).toList())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        before.valueStream().map(i -> i.path("token").stringValue()).toList());
        assertThat(roster(copy(Map.of("withRoster", false)))).isEmpty();
    }

    @Test
    void anOfficeThatIsNotInvitedAnyMoreIsLeftOut() {
        Map<String, Object> closing =
                Map.of("name", "Dinas " + UUID.randomUUID(), "kind", "opd", "regionCode", "36.04");
        String unit =
                caller.json(caller.post(organiser, "/api/units", closing)).path("id").stringValue();
        caller.post(
                        organiser,
                        "/api/events/" + id + "/invitations",
                        Map.of("audience", List.of(Map.of("unitIds", List.of(unit)))))
                .expectStatus()
                .isOk();
        assertThat(roster(copy(Map.of()))).hasSize(30);
        database.sql("update unit set active = false where id = :id")
                .bind("id", UUID.fromString(unit))
                .then()
                .block();
        assertThat(roster(copy(Map.of()))).hasSize(29);
    }

    @Test
    void theOtherServicesAreToldOfTheCopiedRoster() {
        String copy = copy(Map.of("date", "2027-12-01")).path("id").stringValue();
        Long told =
                database.sql(
                                """
                                select count(*) from feed_entry, jsonb_array_elements(data -> 'invitations')
                                where type = 'invitations.changed' and subject = :copy
                                """)
                        .bind("copy", copy)
                        .mapValue(Long.class)
                        .one()
                        .block();
        assertThat(told).isEqualTo(29);
    }

    @Test
    void withoutADayNothingHasATime() {
        JsonNode copy = copy(Map.of());
        assertThat(copy.path("date").isNull()).isTrue();
        assertThat(copy.path("agenda").path(0).path("startsAt").isNull()).isTrue();
        assertThat(copy.path("registration").path("closesAt").isNull()).isTrue();
        caller.post(organiser, "/api/events/" + id + "/copies", Map.of("startsAt", "besok"))
                .expectStatus()
                .isEqualTo(422);
    }
}
