package id.hadir.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class VisitorTests {

    @Test
    void theFormsKeyIsSentBackWithIt() {
        String page =
                """
                <form method="post" action="/kegiatan/rakornas/daftar" novalidate>
                    <input type="hidden" name="_csrf" value="">
                    <input type="hidden" name="key" value="0b9e3f52-7d8e-4f36-9c43-6f0d5b1c9b1d">
                    <input id="office" name="office" type="search" value="">
                </form>
                """;
        assertThat(Visitor.fields(page))
                .containsExactly(
                        entry("_csrf", ""), entry("key", "0b9e3f52-7d8e-4f36-9c43-6f0d5b1c9b1d"));
    }
}
