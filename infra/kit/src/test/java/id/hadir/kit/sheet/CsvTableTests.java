package id.hadir.kit.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTests {

    private static List<SheetRow> read(String table) {
        return CsvTable.read(table.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsAnySystemEndsThem(String end) {
        List<SheetRow> rows = read(String.join(end, "Nama,NIP", "Siti,1", "", "Budi,2"));

        assertThat(rows).extracting(row -> row.get("nama")).containsExactly("Siti", "Budi");
        assertThat(rows).extracting(SheetRow::line).containsExactly(2, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void cellsAreSeparatedAsSpreadsheetsDo(String separator) {
        List<SheetRow> rows = read("\ufeffNama" + separator + "NIP\nSiti" + separator + "1\n");

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.get("nip")).isEqualTo("1"));
        assertThat(rows.getFirst().get("nama")).isEqualTo("Siti");
    }

    @Test
    void aCellOfSeveralLinesCountsThem() {
        List<SheetRow> rows =
                read("nama,alamat\n\"Siti, \"\"S.H.\"\"\",\"Jalan\nSatu\"\nBudi,Dua\n");

        assertThat(rows.getFirst().get("nama")).isEqualTo("Siti, \"S.H.\"");
        assertThat(rows.getLast().line()).isEqualTo(4);
    }

    @Test
    void aRowMayBeShorterOrLongerThanItsHeading() {
        List<SheetRow> rows = read("nama,nip\nSiti\nBudi,2,lebih\n");

        assertThat(rows.getFirst().get("nip")).isNull();
        assertThat(rows.getLast().cells()).containsOnlyKeys("nama", "nip");
    }

    @Test
    void aQuoteThatIsNeverClosedIsUnreadable() {
        assertThatThrownBy(() -> read("nama\n\"Siti\nBudi\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreRowsThanAreTakenAtOnceAreTooLarge() {
        assertThat(read("nama\n" + "Siti\n".repeat(20_000))).hasSize(20_000);
        assertThatThrownBy(() -> read("nama\n" + "Siti\n".repeat(20_001)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo("too-large"));
    }

    @Property
    void anyBytesAreATableOrUnreadable(@ForAll("files") byte[] bytes) {
        try {
            assertThat(CsvTable.read(bytes)).allMatch(row -> row.line() > 1);
        } catch (IllegalArgumentException unreadable) {
            assertThat(unreadable.getMessage())
                    .isIn("not UTF-8", "not CSV", "a quote is never closed");
        }
    }

    @Property
    void cellsComeBackAsTheyWereWrittenWhateverTheyHold(
            @ForAll @Size(min = 1, max = 5) List<@From("cells") String> cells) {
        String table =
                "nama\r\n"
                        + cells.stream()
                                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"\r\n")
                                .collect(Collectors.joining());
        assertThat(read(table))
                .extracting(row -> row.get("nama"))
                .isEqualTo(
                        cells.stream().filter(cell -> !cell.isBlank()).map(String::strip).toList());
    }

    @Provide
    static Arbitrary<byte[]> files() {
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60),
                Arbitraries.strings()
                        .withChars("\",;\t\r\n a\ufeff\0")
                        .ofMaxLength(40)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    static Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("\",;\t\r\n aé'=").ofMaxLength(10);
    }
}
