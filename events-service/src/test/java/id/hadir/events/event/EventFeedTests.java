package id.hadir.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What the other services read, through the endpoint that they read. */
@ServiceTest
class EventFeedTests {

    @Autowired Caller caller;

    private List<JsonNode> entries(String type) {
        List<JsonNode> found = new ArrayList<>();
        String after = "0-0";
        while (true) {
            JsonNode batch =
                    caller.json(
                            caller.request(
                                            HttpMethod.GET,
                                            TestTokens.anyone(),
                                            "/feeds/events?wait=0&consumer=test&after=" + after)
                                    .header("X-Feed-Key", "a-feed-key-for-tests-only")
                                    .exchange()
                                    .expectStatus()
                                    .isOk());
            if (batch.isEmpty()) {
                return found;
            }
            for (JsonNode entry : batch) {
                after = entry.path("id").stringValue();
                if (entry.path("type").stringValue().equals(type)) {
                    found.add(entry.path("data"));
                }
            }
        }
    }

    @Test
    void itBeginsWithAllUnitsAThousandAnEntry() {
        List<JsonNode> entries = entries("units.changed");
        assertThat(entries).allMatch(entry -> entry.path("units").size() <= 1000);
        assertThat(entries.stream().flatMap(entry -> entry.path("units").valueStream()))
                .filteredOn(unit -> unit.path("kind").stringValue().equals("desa"))
                .hasSize(75_252);
        assertThat(entries.getFirst().path("units").path(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "name", "kind", "regionCode", "headTitle", "active", "revision");
    }

    @Test
    void everyStateOfAnEventIsTold() {
        String agency = caller.agency("KPU Kota Kediri", "35.71");
        Map<String, Object> request =
                Map.of(
                        "type", "rakor",
                        "title", "Rakor Umpan",
                        "date", "2027-12-20",
                        "venue", Map.of("address", "salah satu resto", "regionCode", "35.71"));
        String id = caller.event(agency, request).path("id").stringValue();
        String organiser = TestTokens.organiser(agency);
        caller.post(organiser, "/api/events/" + id + "/publish", "").expectStatus().isOk();
        caller.post(organiser, "/api/events/" + id + "/cancel", Map.of("reason", "Banjir"))
                .expectStatus()
                .isOk();
        List<JsonNode> told =
                entries("event.changed").stream()
                        .filter(event -> event.path("id").stringValue().equals(id))
                        .toList();
        assertThat(told.stream().map(event -> event.path("status").stringValue()))
                .containsExactly("draft", "published", "cancelled");
        assertThat(told.stream().map(event -> event.path("version").intValue()))
                .containsExactly(1, 2, 3);
        JsonNode last = told.getLast();
        assertThat(last.path("date").stringValue()).isEqualTo("2027-12-20");
        assertThat(last.path("startsAt").isNull()).isTrue();
        assertThat(last.path("endedAt").stringValue()).isEqualTo("2027-12-20T17:00:00Z");
        assertThat(last.path("cancelReason").stringValue()).isEqualTo("Banjir");
        assertThat(last.path("agency").path("name").stringValue()).isEqualTo("KPU Kota Kediri");
    }

    @Test
    void aDraftThatWasCancelledIsToldAsADraft() {
        String agency = caller.agency("KPU Kota Kediri", "35.71");
        String id =
                caller.event(agency, Map.of("type", "rakor", "title", "Rakor Urung"))
                        .path("id")
                        .stringValue();
        caller.post(
                        TestTokens.organiser(agency),
                        "/api/events/" + id + "/cancel",
                        Map.of("reason", "Ditunda"))
                .expectStatus()
                .isOk();
        assertThat(
                        entries("event.changed").stream()
                                .filter(event -> event.path("id").stringValue().equals(id))
                                .map(event -> event.path("status").stringValue()))
                .containsExactly("draft", "draft");
    }

    @Test
    void aTokenIsToldAsItsHashAndAWithdrawalAsSuch() throws Exception {
        String agency = caller.agency("KPU Kota Kediri", "35.71");
        String organiser = TestTokens.organiser(agency);
        String id =
                caller.event(agency, Map.of("type", "rakor", "title", "Rakor Undangan"))
                        .path("id")
                        .stringValue();
        String uri = "/api/events/" + id + "/invitations";
        Map<String, Object> camat = Map.of("kind", "kecamatan", "regionCode", "35.71");
        caller.post(organiser, uri, Map.of("audience", List.of(camat))).expectStatus().isOk();
        JsonNode invited = caller.getJson(organiser, uri).path("items").path(0);
        caller.request(HttpMethod.DELETE, organiser, uri + "/" + invited.path("id").stringValue())
                .exchange()
                .expectStatus()
                .isNoContent();
        List<JsonNode> told =
                entries("invitations.changed").stream()
                        .filter(entry -> entry.path("eventId").stringValue().equals(id))
                        .flatMap(entry -> entry.path("invitations").valueStream())
                        .filter(entry -> entry.path("id").equals(invited.path("id")))
                        .toList();
        byte[] token = invited.path("token").stringValue().getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().path("tokenHash").stringValue())
                .isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(told.stream().map(entry -> entry.path("withdrawn").booleanValue()))
                .containsExactly(false, true);
        assertThat(told.stream().map(entry -> entry.path("revision").intValue()))
                .containsExactly(1, 2);
    }
}
