package id.hadir.events;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What organisers and admins do here is in the audit, with who did it. */
@ServiceTest
class AuditTests {

    @Autowired Caller caller;
    private String agency;
    private String organiser;

    @BeforeEach
    void organiser() {
        agency = caller.agency("KPU Kabupaten Pati", "33.18");
        organiser = TestTokens.organiser(agency);
    }

    @Test
    void aLifeOfAnEventIsInItStepByStep() {
        String id = event();
        String path = "/api/events/" + id;
        caller.patch(organiser, id, "*", Map.of("title", "Rakor Pemilu")).expectStatus().isOk();
        caller.post(organiser, path + "/publish", "{}").expectStatus().isOk();
        caller.post(organiser, path + "/publish", "{}").expectStatus().isOk();
        Map<String, Object> audience =
                Map.of("audience", List.of(Map.of("kind", "kecamatan", "regionCode", "33.18")));
        caller.post(organiser, path + "/invitations", audience).expectStatus().isOk();
        caller.post(organiser, path + "/invitations", audience).expectStatus().isOk();
        caller.post(
                        organiser,
                        path + "/reschedule",
                        Map.of(
                                "startsAt", "2027-09-11T09:00:00+07:00",
                                "endsAt", "2027-09-11T12:00:00+07:00",
                                "reason", "Hotel penuh"))
                .expectStatus()
                .isOk();
        caller.post(organiser, path + "/cancel", Map.of("reason", "Banjir")).expectStatus().isOk();

        JsonNode entries = audit("eventId=" + id);
        assertThat(actions(entries))
                .containsExactly(
                        "event.cancelled",
                        "event.moved",
                        "event.units-invited",
                        "event.published",
                        "event.changed",
                        "event.created");
        JsonNode changed = entries.path(4);
        assertThat(changed.path("actor").stringValue()).isEqualTo("organiser");
        assertThat(changed.path("before").toString()).isEqualTo("{\"title\":\"Netralitas ASN\"}");
        assertThat(changed.path("after").toString()).isEqualTo("{\"title\":\"Rakor Pemilu\"}");
        assertThat(entries.path(0).path("after").path("cancelReason").stringValue())
                .isEqualTo("Banjir");
    }

    @Test
    void whatIsRefusedIsNotInIt() {
        String id = event();
        caller.post(TestTokens.organiser("another"), "/api/events/" + id + "/cancel", "{}")
                .expectStatus()
                .is4xxClientError();
        caller.patch(organiser, id, "\"7\"", Map.of("title", "x")).expectStatus().isEqualTo(412);
        assertThat(actions(audit("eventId=" + id))).containsExactly("event.created");
    }

    @Test
    void unitsAndAgenciesAreInIt() {
        caller.request(HttpMethod.POST, organiser, "/api/units/import")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue("name,kind,regionCode,headTitle,email,phone\nDinas Jejak,opd,33.18,,,\n")
                .exchange()
                .expectStatus()
                .isOk();
        JsonNode imported = audit("action=units.imported").path(0);
        assertThat(imported.path("after").path("created")).hasSize(1);
        Map<String, Object> unit =
                Map.of("name", "Dinas Jejak Baru", "kind", "opd", "regionCode", "33.18");
        String id =
                caller.json(caller.post(organiser, "/api/units", unit).expectStatus().isCreated())
                        .path("id")
                        .stringValue();
        assertThat(audit("action=units.entered").path(0).path("after").toString()).contains(id);
        assertThat(actions(audit("subject=" + agency))).containsExactly("agency.entered");
    }

    @Test
    void anAdminReadsItsPageInIndonesian() {
        String id = event();
        String html = page("kegiatan=" + id + "&periksa=true");
        assertThat(html)
                .contains("<h1>Jejak audit</h1>", "Membuat kegiatan", "Rantai utuh", id)
                .doesNotContain("audit.", "tidak dilindungi");
        assertThat(page("tindakan=nothing")).contains("Tidak ada catatan yang sesuai.");
        caller.get(organiser, "/admin/jejak/kegiatan").expectStatus().isForbidden();
        caller.get(TestTokens.admin(), "/admin/jejak/kegiatan?dari=kemarin")
                .expectStatus()
                .isEqualTo(422);
    }

    private String page(String query) {
        return caller.get(TestTokens.admin(), "/admin/jejak/kegiatan?" + query)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode audit(String query) {
        return caller.getJson(TestTokens.admin(), "/api/audit/kegiatan?" + query).path("items");
    }

    private static List<String> actions(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("action").stringValue())
                .toList();
    }

    private String event() {
        return caller.event(
                        agency,
                        Map.of(
                                "type", "sosialisasi",
                                "title", "Netralitas ASN",
                                "venue", Map.of("name", "Hotel New Merdeka", "regionCode", "33.18"),
                                "startsAt", "2027-08-11T09:00:00+07:00",
                                "endsAt", "2027-08-11T12:00:00+07:00",
                                "timeZone", "Asia/Jakarta",
                                "capacity", 455))
                .path("id")
                .stringValue();
    }
}
