package id.hadir.kit.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWriterTests {

    /** Where one spreadsheet or another begins a new cell, whatever the quotes say. */
    private static final Pattern ANOTHER_CELL = Pattern.compile("[,;\t\r\n\"]");

    /** A spreadsheet passes over blanks and signs that nobody sees. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\p{Z}\\p{C}]*[=+@＝＋＠－-].*", Pattern.DOTALL);

    @Property
    void noSpreadsheetFindsAFormula(@ForAll("hostile") String text) throws IOException {
        assertThat(ANOTHER_CELL.split(cellOf(text.replace(",", "").replace("\"", "")), -1))
                .noneMatch(cell -> FORMULA.matcher(cell).matches());
    }

    @Property
    void whatIsNoFormulaStaysAsItIs(@ForAll("names") String text) throws IOException {
        assertThat(cellOf(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = '~',
            value = {
                "=1+1 ~ '=1+1",
                "+62 812 ~ '+62 812",
                "@SUM(A1) ~ '@SUM(A1)",
                "| =1| ~ |' =1|",
                "＝1 ~ '＝1",
                "Budi;=HYPERLINK(1) ~ Budi;'=HYPERLINK(1)",
                "Sri-Ayu ~ Sri-Ayu",
                "Dinas PU; Tata Ruang ~ Dinas PU; Tata Ruang"
            })
    void formulasGetAnApostrophe(String text, String written) throws IOException {
        assertThat(cellOf(text)).isEqualTo(written);
    }

    @Test
    void separatorsAndQuotesAreQuoted() throws IOException {
        assertThat(cellOf("Siti, S.H. \"Ani\"")).isEqualTo("\"Siti, S.H. \"\"Ani\"\"\"");
    }

    @Provide
    static Arbitrary<String> hostile() {
        return Arbitraries.strings()
                .withChars("=+-@＝＋－＠;,\"'\t\r\n \u00a0\u200b\ufeffa1")
                .ofMaxLength(8);
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(" .'-")
                .ofMinLength(1)
                .filter(text -> !FORMULA.matcher(text).matches());
    }

    /** The second line's only cell, as it stands in the file. */
    private static String cellOf(String text) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(file, List.of("nama"))) {
            writer.write(List.of(text));
        }
        String written = file.toString(StandardCharsets.UTF_8);
        return written.substring("\ufeffnama\r\n".length(), written.length() - 2);
    }
}
