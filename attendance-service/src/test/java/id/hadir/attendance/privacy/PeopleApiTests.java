package id.hadir.attendance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class PeopleApiTests {

    private static final String ADMIN = TestTokens.admin();

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private JsonMapper json;

    private UUID event;
    private UUID unit;
    private String nip;

    @BeforeEach
    void event() {
        event = sample.openEvent(e -> e);
        unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        nip = Api.nip((int) (Math.abs(event.getLeastSignificantBits()) % 9000));
    }

    @Test
    void somebodyIsFoundOverAllEventsByNumberAndInOneByNameAndShownMasked() {
        register("Siti Rahayu", nip, "siti@example.go.id");
        UUID first = event;
        event = sample.openEvent(e -> e);
        register("Siti Rahayu, S.H.", nip, null);

        JsonNode found = search("nip", nip);
        assertThat(found.path("items")).hasSize(2);
        assertThat(found.toString()).contains("Siti Rahayu", "…" + nip.substring(15), "…890");
        assertThat(found.toString()).doesNotContain(nip, "81234567890", "siti@");
        JsonNode named = search("name", "rahayu", "eventId", first.toString());
        assertThat(named.path("items")).hasSize(1);
        assertThat(named.path("items").path(0).path("email").stringValue())
                .isEqualTo("…@example.go.id");
        assertThat(search("name", "rahayu", "eventId", UUID.randomUUID().toString()).path("items"))
                .isEmpty();
    }

    @Test
    void aSearchSaysWhatItNeeds() {
        assertThat(refused("nip", "12")).isEqualTo("nip nip-length");
        assertThat(refused("name", "Siti")).isEqualTo("eventId required");
        assertThat(refused("nip", nip, "phone", "081234567890")).isEqualTo("nip one-of-them");
        assertThat(refused("nip", "")).isEqualTo("nip one-of-them");
    }

    @Test
    void anExportIsWholeAndInTheAuditWithoutThePerson() {
        String id = register("Siti Rahayu", nip, "siti@example.go.id");
        JsonNode export =
                api.read(api.post(ADMIN, "/api/people/export", ids(id)).expectStatus().isOk());
        assertThat(export.toString())
                .contains("Siti Rahayu", nip, "+6281234567890", "siti@example.go.id", "keptUntil");
        JsonNode audit = audit("person.exported");
        assertThat(audit.toString()).contains(id).doesNotContain("Siti", nip, "siti@");
    }

    @Test
    void whoIsStillExpectedIsNotErasedButWhoGaveTheSeatBackIs() {
        String id = register("Siti Rahayu", nip, null);
        assertThat(api.read(erase(id).expectStatus().isEqualTo(409)).path("code").stringValue())
                .isEqualTo("event-running");
        assertThat(search("nip", nip).path("items")).hasSize(1);

        JsonNode other = api.registered(event, api.person(unit, "Budi", ""));
        api.delete(
                        TestTokens.anyone(),
                        "/api/registrations/" + other.path("ticket").path("code").stringValue())
                .expectStatus()
                .isNoContent();
        JsonNode erased = api.read(erase(other.path("id").stringValue()).expectStatus().isOk());
        assertThat(erased.path("erased").intValue()).isOne();
    }

    @Test
    void withARegistrationGoTheOthersOfThePersonAtTheEvent() {
        String id = register("Siti Rahayu", nip, null);
        UUID second = sample.unit("Kecamatan Anyar", "kecamatan", "36.04.11");
        api.registered(event, Api.representing(api.person(second, "Siti Rahayu", nip)));
        api.registered(event, api.person(second, "Budi", ""));
        sample.put(Sample.ended(sample.eventNode(event)).put("version", 2));

        JsonNode erased = api.read(erase(id).expectStatus().isOk());
        assertThat(erased.path("erased").intValue()).isEqualTo(2);
        assertThat(search("nip", nip).path("items")).isEmpty();
        assertThat(audit("person.erasure-asked").toString()).contains("\"request\"", id);
        JsonNode left = api.read(api.get(ADMIN, "/api/events/" + event + "/registrations"));
        assertThat(
                        left.path("items")
                                .valueStream()
                                .map(row -> row.path("attendee").path("name").stringValue()))
                .containsExactly("(data dihapus)", "(data dihapus)", "Budi");
    }

    @Test
    void anErasureHasToBeMeant() {
        ObjectNode request = ids(UUID.randomUUID().toString());
        JsonNode refused =
                api.read(
                        api.post(ADMIN, "/api/people/erase", request)
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(refused.path("errors").valueStream().map(e -> e.path("field").stringValue()))
                .containsExactlyInAnyOrder("reason", "confirm");
    }

    private ResponseSpec erase(String id) {
        ObjectNode request = ids(id).put("reason", "request").put("confirm", true);
        return api.post(ADMIN, "/api/people/erase", request);
    }

    private ObjectNode ids(String... registrations) {
        ObjectNode request = json.createObjectNode();
        List.of(registrations).forEach(request.putArray("registrationIds")::add);
        return request;
    }

    private String register(String name, String number, String email) {
        ObjectNode body = api.person(unit, name, number);
        ((ObjectNode) body.path("attendee")).put("email", email);
        return api.registered(event, body).path("id").stringValue();
    }

    private JsonNode search(String... fields) {
        return api.read(
                api.post(ADMIN, "/api/people/search", fields(fields)).expectStatus().isOk());
    }

    private String refused(String... fields) {
        JsonNode error =
                api.read(
                                api.post(ADMIN, "/api/people/search", fields(fields))
                                        .expectStatus()
                                        .isEqualTo(422))
                        .path("errors")
                        .path(0);
        return error.path("field").stringValue() + " " + error.path("code").stringValue();
    }

    private ObjectNode fields(String... fields) {
        ObjectNode body = json.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return body;
    }

    private JsonNode audit(String action) {
        return api.read(api.get(ADMIN, "/api/audit/kehadiran?limit=1&action=" + action))
                .path("items");
    }
}
