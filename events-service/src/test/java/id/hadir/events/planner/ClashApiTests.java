package id.hadir.events.planner;

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
import tools.jackson.databind.JsonNode;

@ServiceTest
class ClashApiTests {

    @Autowired Caller caller;

    private String theirs = "";
    private String ours = "";
    private String organiser = "";
    private String hall = "";
    private String speaker = "";

    @BeforeEach
    void twoAgencies() {
        theirs = caller.agency("KPU Kabupaten Pati", "33.18");
        ours = caller.agency("Bawaslu Kabupaten Pati", "33.18");
        organiser = TestTokens.organiser(ours);
        hall = "Pendopo " + UUID.randomUUID();
        speaker = "Jumani " + UUID.randomUUID();
    }

    private Map<String, Object> event(String title, String from, String to) {
        Map<String, Object> event = new HashMap<>();
        event.put("type", "rakor");
        event.put("title", title);
        event.put("venue", Map.of("name", hall, "regionCode", "33.18"));
        event.put("startsAt", "2028-03-01T" + from + ":00+07:00");
        event.put("endsAt", "2028-03-01T" + to + ":00+07:00");
        event.put(
                "agenda",
                List.of(
                        Map.of(
                                "title",
                                "Materi",
                                "speakers",
                                List.of(Map.of("name", "Dr. " + speaker + ", M.Si.")))));
        return event;
    }

    private JsonNode clashes(String token, Map<String, ?> event) {
        return caller.json(caller.post(token, "/api/events/clashes", event).expectStatus().isOk())
                .path("clashes");
    }

    private static List<String> told(JsonNode clashes) {
        return clashes.valueStream()
                .map(
                        clash ->
                                "%s %s %s %s"
                                        .formatted(
                                                clash.path("kind").stringValue(),
                                                clash.path("eventId").isNull() ? "unseen" : "seen",
                                                clash.path("title").stringValue(),
                                                clash.path("detail").stringValue()))
                .toList();
    }

    @Test
    void anotherAgencysDraftIsToldByKindAndTitleAlone() {
        caller.event(theirs, event("Rapat Tertutup", "09:00", "12:00"));
        Map<String, Object> planned = event("Rapat kita", "11:00", "13:00");
        JsonNode warned = clashes(organiser, planned);
        assertThat(told(warned))
                .containsExactly("venue unseen Rapat Tertutup ", "speaker unseen Rapat Tertutup ");
        assertThat(warned.path(0).path("startsAt").isNull()).isTrue();
        assertThat(warned.path(0).path("endsAt").isNull()).isTrue();
        assertThat(told(caller.event(ours, planned).path("clashes"))).isEqualTo(told(warned));
        assertThat(told(clashes(TestTokens.admin(), planned)))
                .contains("venue seen Rapat Tertutup " + hall);
    }

    @Test
    void ofAPublishedOrAnOwnEventEverythingIsTold() {
        String id =
                caller.event(theirs, event("Rapat Terbuka", "09:00", "12:00"))
                        .path("id")
                        .stringValue();
        caller.post(TestTokens.organiser(theirs), "/api/events/" + id + "/publish", "{}")
                .expectStatus()
                .isOk();
        caller.event(ours, event("Rapat sendiri", "12:00", "13:00"));
        assertThat(told(clashes(organiser, event("Baru", "11:00", "12:30"))))
                .containsExactly(
                        "venue seen Rapat Terbuka " + hall,
                        "speaker seen Rapat Terbuka Dr. " + speaker + ", M.Si.",
                        "venue seen Rapat sendiri " + hall,
                        "speaker seen Rapat sendiri Dr. " + speaker + ", M.Si.");
    }

    @Test
    void whatOnlyTouchesOrIsCancelledDoesNotClash() {
        String id = caller.event(theirs, event("Batal", "11:00", "12:00")).path("id").stringValue();
        caller.post(
                        TestTokens.organiser(theirs),
                        "/api/events/" + id + "/cancel",
                        Map.of("reason", "Banjir"))
                .expectStatus()
                .isOk();
        caller.event(ours, event("Sebelumnya", "09:00", "11:00"));
        assertThat(clashes(organiser, event("Baru", "11:00", "12:30"))).isEmpty();
        assertThat(clashes(organiser, Map.of("venue", Map.of("name", hall)))).isEmpty();
    }

    @Test
    void aChangeIsLaidOverItsEventWhichDoesNotClashWithItself() {
        caller.event(theirs, event("Rapat sore", "15:00", "17:00"));
        String id =
                caller.event(ours, event("Rapat pagi", "09:00", "11:00")).path("id").stringValue();
        assertThat(clashes(organiser, Map.of("eventId", id))).isEmpty();
        Map<String, Object> later =
                Map.of(
                        "eventId",
                        id,
                        "startsAt",
                        "2028-03-01T16:00:00+07:00",
                        "endsAt",
                        "2028-03-01T18:00:00+07:00");
        assertThat(told(clashes(organiser, later)))
                .containsExactly("venue unseen Rapat sore ", "speaker unseen Rapat sore ");
        caller.post(TestTokens.organiser(theirs), "/api/events/clashes", later)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void unitsThatAreBusyElsewhereAreToldBeforeTheyAreInvited() {
        String office = unit("Dinas Perhubungan");
        String other = unit("Dinas Arsip");
        Map<String, Object> plain = event("Rapat dinas", "09:00", "12:00");
        plain.remove("agenda");
        plain.put("venue", Map.of("name", "Aula " + UUID.randomUUID()));
        String id = caller.event(theirs, plain).path("id").stringValue();
        invite(TestTokens.organiser(theirs), id, List.of(office, other));
        caller.post(TestTokens.organiser(theirs), "/api/events/" + id + "/publish", "{}")
                .expectStatus()
                .isOk();

        Map<String, Object> planned = event("Rapat kita", "10:00", "11:00");
        planned.put("audience", List.of(Map.of("unitIds", List.of(office, other))));
        assertThat(told(clashes(organiser, planned)))
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith("unit seen Rapat dinas Dinas Arsip"))
                .satisfies(told -> assertThat(told).endsWith(" +1"));

        String mine = caller.event(ours, planned).path("id").stringValue();
        invite(organiser, mine, List.of(office));
        assertThat(told(caller.getJson(organiser, "/api/events/" + mine).path("clashes")))
                .singleElement()
                .satisfies(told -> assertThat(told).contains("Dinas Perhubungan"));
        JsonNode preview =
                caller.json(
                        caller.post(
                                        organiser,
                                        "/api/events/" + mine + "/invitations/preview",
                                        Map.of(
                                                "audience",
                                                List.of(Map.of("unitIds", List.of(office, other)))))
                                .expectStatus()
                                .isOk());
        assertThat(preview.path("busy").path("units").intValue()).isEqualTo(2);
        assertThat(preview.path("busy").path("names").path(0).stringValue())
                .startsWith("Dinas Arsip");
        Map<String, Object> more =
                Map.of("eventId", mine, "audience", List.of(Map.of("unitIds", List.of(other))));
        assertThat(told(clashes(organiser, more)))
                .singleElement()
                .satisfies(told -> assertThat(told).endsWith(" +1"));
    }

    @Test
    void everyWrongFieldIsToldAtOnce() {
        Map<String, Object> wrong = event("Salah", "12:00", "11:00");
        wrong.put("audience", List.of(Map.of("kind", "opd", "regionCode", "99.99")));
        JsonNode problem =
                caller.json(
                        caller.post(organiser, "/api/events/clashes", wrong)
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(
                        problem.path("errors")
                                .valueStream()
                                .map(error -> error.path("field").stringValue()))
                .containsExactlyInAnyOrder("endsAt", "audience[0].regionCode");
    }

    private String unit(String name) {
        return caller.json(
                        caller.post(
                                        organiser,
                                        "/api/units",
                                        Map.of(
                                                "name",
                                                name + " " + UUID.randomUUID(),
                                                "kind",
                                                "opd",
                                                "regionCode",
                                                "33.18"))
                                .expectStatus()
                                .isCreated())
                .path("id")
                .stringValue();
    }

    private void invite(String token, String event, List<String> units) {
        caller.post(
                        token,
                        "/api/events/" + event + "/invitations",
                        Map.of("audience", List.of(Map.of("unitIds", units))))
                .expectStatus()
                .isOk();
    }
}
