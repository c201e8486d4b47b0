package id.hadir.materials.content;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNameTests {

    /** Whatever comes, one plain name remains, which cleaning does not change again. */
    @Property
    void anyTextBecomesOnePlainName(@ForAll String sent) {
        String name = FileName.of(sent).value();
        assertThat(name).isNotEmpty().doesNotContain("/", "\\", "\0", "\n", "\"");
        assertThat(name.length()).isLessThanOrEqualTo(150);
        assertThat(name).isNotIn(".", "..");
        assertThat(FileName.of(name).value()).isEqualTo(name);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String name = FileName.of("a".repeat(5_000) + ".pdf").value();
        assertThat(name).hasSize(150).endsWith("aaa.pdf");
    }

    @Test
    void aNameOfManyAlphabetsStays() {
        assertThat(FileName.of("Surat – édaran № 5 مرحبا.pdf").value())
                .isEqualTo("Surat – édaran № 5 مرحبا.pdf");
    }

    @Test
    void aCutNeverHalvesACharacter() {
        String name = FileName.of("a".repeat(145) + "😀".repeat(10) + ".pdf").value();
        assertThat(name.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                .isTrue();
    }

    @Test
    void theEndingTellsTheKind() {
        assertThat(FileName.of("paparan.pptx").type()).isEqualTo("PPTX");
        assertThat(FileName.of("paparan").type()).isEmpty();
    }
}
