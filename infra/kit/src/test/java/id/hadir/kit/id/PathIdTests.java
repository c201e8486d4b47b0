package id.hadir.kit.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathIdTests {

    @Test
    void anIdIsReadAsItWasGiven() {
        UUID id = UUID.randomUUID();
        assertThat(PathId.of(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000g", " "})
    void whatIsNoIdIsNotFound(String text) {
        assertThatThrownBy(() -> PathId.of(text)).hasMessage("not-found");
    }
}
