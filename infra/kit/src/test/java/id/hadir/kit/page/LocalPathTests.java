package id.hadir.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/kegiatan/rakor-pati", "/?q=pati&tipe=rakor", "/a%20b"})
    void goesBackToAPathOfThisSite(String path) {
        assertThat(LocalPath.orElse(path, "/")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=1",
                "/\t/evil.example",
                "/%zz",
                ""
            })
    void neverLeavesTheSite(String path) {
        assertThat(LocalPath.orElse(path, "/masuk")).isEqualTo("/masuk");
    }
}
