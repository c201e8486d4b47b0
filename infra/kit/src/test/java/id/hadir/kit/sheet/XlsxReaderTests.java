package id.hadir.kit.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.kit.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that somebody made by hand. */
class XlsxReaderTests {

    private static final String HEADING = row("<c r='A1' t='inlineStr'><is><t>NIP</t></is></c>");

    @ParameterizedTest
    @CsvSource({
        "197805122003122001, 197805122003122001",
        "1.97805122003122E+17, 197805122003122000",
        "1.50, 1.50",
        "1E999999999, 1E999999999",
        "1E-999999999, 1E-999999999"
    })
    void aNumberIsReadInDigitsUnlessTheyWouldFillPages(String number, String read) {
        assertThat(XlsxReader.read(workbook(HEADING + row("<c r='A2'><v>" + number + "</v></c>"))))
                .singleElement()
                .satisfies(row -> assertThat(row.get("nip")).isEqualTo(read));
    }

    @Test
    void aCellInTheLastColumnDoesNotMakeARowOfSixteenThousand() {
        List<SheetRow> rows =
                XlsxReader.read(
                        workbook(
                                HEADING
                                        + row("<c r='A2'><v>1</v></c><c r='XFD2'><v>2</v></c>")
                                                .repeat(10_000)));

        assertThat(rows).hasSize(10_000);
        assertThat(rows.getFirst().cells()).containsOnlyKeys("nip");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 1_000})
    void aNumberOfManyDigitsIsNotCounted(int thousands) {
        String digits = "7".repeat(1_000 * thousands);
        assertTooLarge(workbook(HEADING + row("<c r='A2'><v>" + digits + "</v></c>")));
    }

    @Test
    void aSmallFileThatUnfoldsToALotIsTooLarge() {
        byte[] workbook = workbook(HEADING + "<row></row>".repeat(4_000_000));

        assertThat(workbook).hasSizeLessThan(1_000_000);
        assertTooLarge(workbook);
    }

    /** The reader would make room for a hundred million cells, and the service would end. */
    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "AAAA1", "zzzzzz1", "$ZZZZZZ$1", "&#90;ZZZZZ1"})
    void aColumnBeyondTheLastIsTooLarge(String cell) {
        assertTooLarge(workbook(HEADING + row("<c r = '" + cell + "'><v>1</v></c>")));
    }

    @Test
    void moreRowsThanAreTakenAtOnceAreTooLarge() {
        assertTooLarge(workbook(HEADING + row("<c r='A2'><v>1</v></c>").repeat(20_001)));
    }

    @Test
    void whatIsNoWorkbookIsUnreadable() {
        assertThatThrownBy(() -> XlsxReader.read(new byte[] {'P', 'K', 3, 4, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertTooLarge(byte[] workbook) {
        assertThatThrownBy(() -> XlsxReader.read(workbook))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo("too-large"));
    }

    private static String row(String cells) {
        return "<row>" + cells + "</row>";
    }

    private static byte[] workbook(String rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    """
                    <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
                    <Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>
                    <Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>
                    </Types>\
                    """);
            put(
                    zip,
                    "xl/workbook.xml",
                    """
                    <workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'
                     xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>
                    <sheets><sheet name='Peserta' sheetId='1' r:id='rId1'/></sheets></workbook>\
                    """);
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    """
                    <Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>
                    <Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>
                    </Relationships>\
                    """);
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet"
                        + " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                            + rows
                            + "</sheetData></worksheet>");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A download that broke off, a byte that turned over: never more than unreadable. */
    @Property(tries = 300)
    void aDamagedWorkbookIsReadOrUnreadable(
            @ForAll @IntRange(max = 10_000) int where,
            @ForAll byte value,
            @ForAll @IntRange(max = 10_000) int end) {
        byte[] sound = workbook(HEADING + row("<c r='A2'><v>1</v></c>"));
        byte[] damaged = Arrays.copyOf(sound, 1 + end % sound.length);
        damaged[where % damaged.length] = value;
        assertIsReadOrUnreadable(damaged);
    }

    @Property(tries = 300)
    void anyRowsAreReadOrUnreadable(@ForAll("rows") String rows) {
        assertIsReadOrUnreadable(workbook(HEADING + rows));
    }

    private static void assertIsReadOrUnreadable(byte[] workbook) {
        try {
            assertThat(XlsxReader.read(workbook)).allMatch(row -> !row.cells().isEmpty());
        } catch (IllegalArgumentException unreadable) {
            assertThat(unreadable).hasMessage("no workbook");
        } catch (Problem tooLarge) {
            assertThat(tooLarge.code()).isEqualTo("too-large");
        }
    }

    @Provide
    static Arbitrary<String> rows() {
        return Arbitraries.of(
                        "<row>",
                        "</row>",
                        "<row r='0'>",
                        "<row r='-1'>",
                        "<row r='99999999999'>",
                        "<c r='A2'>",
                        "<c r='ZZZZZZ1'>",
                        "<c r='1A'>",
                        "<c r='A2' t='s'>",
                        "<c r='A2' t='d'>",
                        "<c r='A2' t='e'>",
                        "<c r='A2' t='b'>",
                        "</c>",
                        "<v>1</v>",
                        "<v>-1</v>",
                        "<v></v>",
                        "<v>1e</v>",
                        "<v>NaN</v>",
                        "<f>1+1</f>",
                        "<is><t>Siti</t></is>",
                        "&#0;",
                        "]]>",
                        "<!--")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
