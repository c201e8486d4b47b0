package id.hadir.events.unit;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A unit is renamed, gets contacts and a parent, and is no longer invited. */
@ServiceTest
class UnitProfileTests {

    @Autowired Caller caller;
    private String agency = "";
    private String organiser = "";

    @BeforeEach
    void organiser() {
        agency = caller.agency("KPU Kabupaten Batang", "33.25");
        organiser = TestTokens.organiser(agency);
    }

    private String unit(String name) {
        return caller.json(
                        caller.post(
                                        organiser,
                                        "/api/units",
                                        Map.of("name", name, "kind", "opd", "regionCode", "33.25"))
                                .expectStatus()
                                .isCreated())
                .path("id")
                .stringValue();
    }

    private ResponseSpec change(String token, String id, String ifMatch, String patch) {
        return caller.request(HttpMethod.PATCH, token, "/api/units/{id}", id)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(patch)
                .exchange();
    }

    private JsonNode changed(String id, String patch) {
        return caller.json(change(organiser, id, "*", patch).expectStatus().isOk());
    }

    private List<String> found(String words) {
        return caller.getJson(TestTokens.anyone(), "/api/units?regionCode=33.25&q={q}", words)
                .path("items")
                .valueStream()
                .map(unit -> unit.path("name").stringValue())
                .toList();
    }

    @Test
    void aRenamedUnitIsStillFoundByItsEarlierNamesWhichAreKept() {
        String id = unit("Kantor Gugus Satu");
        changed(id, "{\"name\":\"Badan Gugus Dua\"}");
        JsonNode profile = changed(id, "{\"name\":\"Dinas Gugus Tiga\"}");
        assertThat(
                        profile.path("formerNames")
                                .valueStream()
                                .map(former -> former.path("name").stringValue()))
                .containsExactly("Badan Gugus Dua", "Kantor Gugus Satu");
        assertThat(found("gugus satu")).containsExactly("Dinas Gugus Tiga");
        assertThat(found("gugus tiga")).containsExactly("Dinas Gugus Tiga");
    }

    @Test
    void contactsAreSeenByOrganisersAlone() {
        String id = unit("Dinas Kontak");
        JsonNode profile =
                changed(
                        id,
                        """
                        {"email":"dinas@batang.go.id","phone":"0285 391234","contactName":"Sri Wahyuni",
                         "contactPosition":"Kasubbag Umum","headTitle":"Kepala Dinas Kontak"}
                        """);
        assertThat(profile.path("contactName").stringValue()).isEqualTo("Sri Wahyuni");
        assertThat(changed(id, "{\"phone\":null}").path("phone").isNull()).isTrue();
        assertThat(caller.getJson(TestTokens.anyone(), "/api/units/{id}", id).toString())
                .doesNotContain("Wahyuni", "batang.go.id");
        String address = "/api/units/" + id + "/profile";
        caller.get(TestTokens.anyone(), address).expectStatus().isUnauthorized();
        caller.get(TestTokens.desk(agency), address).expectStatus().isForbidden();
        assertThat(caller.getJson(organiser, address).path("headTitle").stringValue())
                .isEqualTo("Kepala Dinas Kontak");
    }

    @Test
    void theAuditKeepsOfTheContactPersonNoMoreThanTheFirstLetters() {
        String id = unit("Dinas Jejak Kontak");
        changed(id, "{\"contactName\":\"Sri Wahyuni\"}");
        JsonNode entry =
                caller.getJson(TestTokens.admin(), "/api/audit/kegiatan?subject=" + id)
                        .path("items")
                        .path(0);
        assertThat(entry.path("action").stringValue()).isEqualTo("unit.changed");
        assertThat(entry.toString()).contains("S… W…").doesNotContain("Wahyuni");
    }

    @Test
    void anOrganiserChangesUnitsInTheRegionOfTheOwnAgencyOnly() {
        String id = unit("Dinas Batas");
        String neighbour = TestTokens.organiser(caller.agency("KPU Kabupaten Kendal", "33.24"));
        String province = TestTokens.organiser(caller.agency("KPU Jawa Tengah", "33"));
        change(neighbour, id, "*", "{\"active\":false}").expectStatus().isForbidden();
        change(province, id, "*", "{\"headTitle\":\"Kepala\"}").expectStatus().isOk();
    }

    @Test
    void aChangeMeantForAnEarlierStateIsRefused() {
        String id = unit("Dinas Cepat");
        change(organiser, id, "\"1\"", "{\"headTitle\":\"Kepala\"}")
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        change(organiser, id, "\"1\"", "{\"headTitle\":\"Lain\"}").expectStatus().isEqualTo(412);
    }

    @Test
    void everyWrongFieldIsTold() {
        String id = unit("Dinas Keliru");
        change(
                        organiser,
                        id,
                        "*",
                        "{\"name\":\"\",\"email\":\"x\",\"phone\":\"y\",\"parentId\":\""
                                + UUID.randomUUID()
                                + "\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(
                        (List<String> fields) ->
                                assertThat(fields).contains("name", "email", "phone", "parentId"));
    }

    @Test
    void noOfficeIsAboveItself() {
        String above = unit("Dinas Atas");
        String below = unit("UPTD Bawah");
        assertThat(
                        changed(below, "{\"parentId\":\"" + above + "\"}")
                                .path("parentId")
                                .stringValue())
                .isEqualTo(above);
        change(organiser, above, "*", "{\"parentId\":\"" + below + "\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("invalid-parent");
    }

    @Test
    void aNameThatTheRegionHasAlreadyIsRefused() {
        unit("Dinas Kembar");
        String other = unit("Dinas Tunggal");
        change(organiser, other, "*", "{\"name\":\"DINAS KEMBAR\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unit-exists");
    }

    @Test
    void aDeactivatedUnitIsNeitherFoundNorInvitedNorImportedUntilItIsReactivated() {
        String id = unit("Dinas Padam");
        changed(id, "{\"active\":false}");
        assertThat(found("dinas padam")).isEmpty();
        invite(id).expectStatus().isEqualTo(422);
        caller.request(HttpMethod.POST, organiser, "/api/units/import")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue("name,kind,regionCode\nDinas Padam,opd,33.25\n")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("unit-inactive");
        changed(id, "{\"active\":true}");
        assertThat(found("dinas padam")).hasSize(1);
        invite(id).expectStatus().isOk();
    }

    private ResponseSpec invite(String unit) {
        String event =
                caller.event(agency, Map.of("type", "rakor", "title", "Rakor"))
                        .path("id")
                        .stringValue();
        return caller.post(
                organiser,
                "/api/events/" + event + "/invitations",
                Map.of("audience", List.of(Map.of("unitIds", List.of(unit)))));
    }
}
