package id.hadir.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class EventRaceTests {

    @Autowired Caller caller;

    @Test
    void ofEightPatchesOfOneVersionOneWins() {
        String agency = caller.agency("Bawaslu Kota Kediri", "35.71");
        String id = event(agency).path("id").stringValue();
        List<Integer> answers =
                IntStream.range(0, 8)
                        .parallel()
                        .map(
                                i ->
                                        caller.patch(
                                                        TestTokens.organiser(agency),
                                                        id,
                                                        "\"1\"",
                                                        Map.of("theme", "Tema " + i))
                                                .returnResult(Void.class)
                                                .getStatus()
                                                .value())
                        .boxed()
                        .sorted()
                        .toList();
        assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        JsonNode event = caller.getJson(TestTokens.organiser(agency), "/api/events/" + id);
        assertThat(event.path("version").intValue()).isEqualTo(2);
    }

    @Test
    void eventsOfOneTitleEachHaveAnAddressOfTheirOwn() {
        String agency = caller.agency("Bawaslu Kota Kediri", "35.71");
        List<String> slugs =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(_ -> event(agency).path("slug").stringValue())
                        .toList();
        assertThat(slugs)
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.startsWith("rakor-bersama"));
    }

    private JsonNode event(String agency) {
        return caller.event(agency, Map.of("type", "rakor", "title", "Rakor Bersama"));
    }
}
