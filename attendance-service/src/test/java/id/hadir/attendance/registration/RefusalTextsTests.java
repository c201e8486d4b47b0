package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the pages. */
class RefusalTextsTests {

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        var stream =
                Objects.requireNonNull(RefusalTextsTests.class.getResourceAsStream("/" + file));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void everyRefusalSaysWhyAndWhatToDo(String file) throws IOException {
        Properties texts = texts(file);
        for (Refusal refusal : Refusal.values()) {
            if (refusal == Refusal.NOT_FOUND || refusal == Refusal.UNKNOWN_UNIT) {
                continue; // a page of its own, and an error at the field
            }
            assertThat(texts).containsKey("refusal." + refusal.code());
            assertThat(texts).containsKey("refusal." + refusal.code() + ".remedy");
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(texts("messages_en.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        texts("messages.properties").stringPropertyNames());
    }
}
