package id.hadir.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretSettingsTests {

    @Test
    void aKeyOfTheOperatorThatIsTooShortStopsTheStart() {
        assertThatThrownBy(() -> new SecretSettings("too short to be a key"))
                .hasMessage("hadir.secret-key has fewer than 32 characters");
    }

    @Test
    void withoutOneAKeyIsMadeUp() {
        assertThat(new SecretSettings("").hasKey()).isFalse();
        assertThat(new SecretSettings(null).hasKey()).isFalse();
    }
}
