package id.hadir.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTests {

    @Test
    void scenariosArePlayedInTheirOrderAndTheComparisonWithoutAny() {
        assertThat(Options.of("--seconds=3").scenarios()).containsExactly("comparison");
        assertThat(Options.of("--rush", "--million").scenarios())
                .containsExactly("million", "rush");
        assertThat(Options.of("--all").scenarios())
                .containsExactly("comparison", "million", "overload", "rush", "planning", "cold");
    }

    @Test
    void aMistypedOptionIsRefused() {
        assertThatThrownBy(() -> Options.of("--secnods=3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--secnods");
    }
}
