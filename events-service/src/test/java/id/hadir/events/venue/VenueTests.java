package id.hadir.events.venue;

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
import tools.jackson.databind.JsonNode;

/** Venues found again: those of the own agency and those of others' published events. */
@ServiceTest
class VenueTests {

    @Autowired Caller caller;

    private final String word = "Gd" + UUID.randomUUID().toString().substring(0, 8);
    private String agency = "";
    private String other = "";

    @BeforeEach
    void enterAgencies() {
        agency = caller.agency("Bawaslu Kabupaten Serang", "36.04");
        other = caller.agency("KPU Kabupaten Serang", "36.04");
    }

    private JsonNode held(String agencyId, String name, String region, int capacity) {
        Map<String, Object> venue =
                Map.of(
                        "name", name,
                        "address", "Jalan Raya",
                        "regionCode", region,
                        "capacity", capacity);
        return caller.event(
                agencyId,
                Map.of("type", "rakor", "title", "Rakor", "date", "2028-05-03", "venue", venue));
    }

    private void publish(JsonNode event) {
        caller.post(
                        TestTokens.organiser(other),
                        "/api/events/" + event.path("id").stringValue() + "/publish",
                        "{}")
                .expectStatus()
                .isOk();
    }

    private List<JsonNode> found(String query) {
        return caller.getJson(TestTokens.organiser(agency), "/api/venues?q=" + query)
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void anEarlierVenueIsFoundByWordsWithAllThatIsKnownOfIt() {
        held(agency, "Aula " + word + " Setda", "36.04", 150);
        held(agency, "AULA " + word + " SETDA", "36.04", 200);
        assertThat(found("setda " + word.toLowerCase()))
                .singleElement()
                .satisfies(
                        venue -> {
                            assertThat(venue.path("address").stringValue()).isEqualTo("Jalan Raya");
                            assertThat(venue.path("regionCode").stringValue()).isEqualTo("36.04");
                            assertThat(venue.path("region").stringValue()).contains("Serang");
                            assertThat(venue.path("own").booleanValue()).isTrue();
                        });
    }

    @Test
    void ownVenuesComeFirstAndOthersDraftsTellNothing() {
        publish(held(other, "Hotel " + word + " A", "36.04", 100));
        held(other, "Rahasia " + word, "36.04", 100);
        held(agency, "Balai " + word + " Z", "36.04", 100);
        assertThat(found(word))
                .extracting(venue -> venue.path("name").stringValue())
                .containsExactly("Balai " + word + " Z", "Hotel " + word + " A");
    }

    @Test
    void aRegionLeavesOutWhatLiesElsewhere() {
        held(agency, "Balai " + word, "36.04", 100);
        held(agency, "Balai " + word, "33.18", 100);
        assertThat(found(word)).hasSize(2);
        assertThat(found(word + "&regionCode=33")).hasSize(1);
        assertThat(found("")).isEmpty();
    }
}
