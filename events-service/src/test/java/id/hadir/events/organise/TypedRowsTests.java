package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class TypedRowsTests {

    @Test
    void blankRowsAndSpeakersAreLeftOutAndTheOthersRenumbered() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("title", "Rakor");
        form.add("agenda[0].title", " ");
        form.add("agenda[0].speakers[0].role", "keynote");
        form.add("agenda[1].title", "Pembukaan");
        form.add("agenda[1].speakers[0].name", "");
        form.add("agenda[1].speakers[0].role", "keynote");
        form.add("agenda[1].speakers[1].name", "Jumani");
        form.add("agenda[10].title", "Penutupan");
        Map<String, String> values = TypedRows.withoutBlanks(form);
        assertThat(values)
                .containsOnly(
                        Map.entry("title", "Rakor"),
                        Map.entry("agenda[0].title", "Pembukaan"),
                        Map.entry("agenda[0].speakers[0].name", "Jumani"),
                        Map.entry("agenda[1].title", "Penutupan"));
        assertThat(TypedRows.speakers(values)).containsExactly(1, 0);
    }

    /** Looking through all fields for each row took some ten seconds. */
    @Test
    void aFormOfTensOfThousandsOfFieldsIsReadInOneGo() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int item = 0; item < 200; item++) {
            for (int speaker = 0; speaker < 200; speaker++) {
                form.add("agenda[" + item + "].speakers[" + speaker + "].name", "Jumani");
            }
        }
        Map<String, String> values =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> TypedRows.withoutBlanks(form));
        assertThat(TypedRows.speakers(values)).hasSize(200).containsOnly(200);
    }
}
