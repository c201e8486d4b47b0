package id.hadir.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTests {

    @Property
    void whoSignsInStaysOnTheSiteWhateverThePageWasAskedFor(@ForAll("wanted") String wanted) {
        String path = ReturnPath.orElse(wanted, "/akun");
        String read = path.replaceAll("[\\x00-\\x20]", "").replace('\\', '/');
        assertThat(URI.create("https://hadir.id/masuk").resolve(read).getHost())
                .isEqualTo("hadir.id");
        assertThat(path).doesNotStartWith("/masuk").doesNotStartWith("/keluar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/panitia", "/laporan?dari=2027-08-01", "/kegiatan/rakor-pati"})
    void aPageOfOursIsGoneBackTo(String path) {
        assertThat(ReturnPath.orElse(path, "/akun")).isEqualTo(path);
    }

    @Provide
    static Arbitrary<String> wanted() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.of(
                                "/",
                                "\\",
                                "\t",
                                "\r\n",
                                "@",
                                ":",
                                "masuk",
                                "keluar",
                                "evil.example",
                                "//")
                        .list()
                        .ofMaxSize(6)
                        .map(parts -> String.join("", parts)));
    }
}
