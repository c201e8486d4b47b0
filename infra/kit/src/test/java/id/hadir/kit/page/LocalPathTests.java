package id.hadir.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    @Property
    void whateverIsWantedABrowserStaysOnTheSite(@ForAll("wanted") String wanted) {
        assertThat(hostAsABrowserReadsIt(LocalPath.orElse(wanted, "/masuk"))).isEqualTo("hadir.id");
    }

    @Property
    void aPathOfPlainWordsIsGoneBackTo(@ForAll("paths") String path) {
        assertThat(LocalPath.orElse(path, "/masuk")).isEqualTo(path);
    }

    /** As the URL Standard says: blanks around and line breaks go, a backslash is a slash. */
    private static String hostAsABrowserReadsIt(String location) {
        String read =
                location.replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$|[\\t\\r\\n]", "")
                        .replace('\\', '/');
        return URI.create("https://hadir.id/masuk").resolve(read).getHost();
    }

    @Provide
    static Arbitrary<String> wanted() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.of(
                                "/",
                                "\\",
                                "\t",
                                "\n",
                                ".",
                                "@",
                                ":",
                                "%",
                                "evil.example",
                                "https:",
                                "?")
                        .list()
                        .ofMaxSize(8)
                        .map(parts -> String.join("", parts)));
    }

    @Provide
    static Arbitrary<String> paths() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-_")
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMaxSize(4)
                .map(words -> "/" + String.join("/", words));
    }
}
