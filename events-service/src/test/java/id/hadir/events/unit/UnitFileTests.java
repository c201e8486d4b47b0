package id.hadir.events.unit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.unit.UnitFile.Usual;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UnitFileTests {

    private static UnitFile read(String text) {
        return UnitFile.csv(ByteBuffer.wrap(text.getBytes(UTF_8)), Usual.NONE);
    }

    private static List<String> told(UnitFile file) {
        return file.errors().stream()
                .map(e -> e.line() + " " + e.error().field() + " " + e.error().code())
                .toList();
    }

    @Test
    void quotesCommasAndLineBreaksInsideAFieldAreRead() {
        UnitFile file =
                read(
                        """
                        name,kind,regionCode,headTitle,email,phone\r
                        "Dinas ""A"", B",opd,33.18,"Kepala
                        Dinas",dinas@pati.go.id,0295 381234\r
                        """);
        assertThat(told(file)).isEmpty();
        UnitDetails unit = file.lines().getFirst().unit();
        assertThat(unit.name()).isEqualTo("Dinas \"A\", B");
        assertThat(unit.headTitle()).isEqualTo("Kepala\nDinas");
    }

    @Test
    void columnsComeInAnyOrderAndExcelsSemicolonsAndMarkAreRead() {
        UnitFile file = read("\uFEFFKind;RegionCode;Name\nopd;33.18;Bappeda\n");
        assertThat(told(file)).isEmpty();
        assertThat(file.lines().getFirst().unit().name()).isEqualTo("Bappeda");
    }

    @Test
    void everyBadLineIsTold() {
        UnitFile file =
                read(
                        """
                        name,kind,regionCode,headTitle,email,phone
                        ,opd,33.18,,,
                        Bappeda,dinas,33.1,,,
                        Bappeda,opd,33.18,,not-an-address,abc
                        Setda,opd,33.18
                        Dinas,opd,33.18,,,
                        DINAS,opd,33.18,,,
                        a\0b,opd,33.18,,,
                        """);
        assertThat(told(file))
                .containsExactly(
                        "2 name required",
                        "3 kind invalid-choice",
                        "3 regionCode invalid-region-code",
                        "4 email invalid-email",
                        "4 phone invalid-phone",
                        "5  wrong-column-count",
                        "7 name repeated-line",
                        "8 name control-character");
    }

    @Test
    void aHeaderWithoutTheNeededColumnsIsTold() {
        assertThat(told(read("judul,macam\nBappeda,opd\n")))
                .containsExactly("1 name required", "1 kind required", "1 regionCode required");
        assertThat(told(read(""))).hasSize(3);
    }

    @Test
    void anotherEncodingIsTold() {
        ByteBuffer latin = ByteBuffer.wrap("name,kind,regionCode\nÉ,opd,33".getBytes(ISO_8859_1));
        assertThat(told(UnitFile.csv(latin, Usual.NONE))).containsExactly("1  not-utf-8");
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldOrRead() {
        UnitFile file = read("name,kind,regionCode\n\"Bappeda,opd,33.18\n");
        assertThat(told(file)).isNotEmpty();
        assertThat(file.lines()).isEmpty();
    }

    @Property
    void anyBytesAreAFileOrTold(@ForAll("files") byte[] bytes) {
        UnitFile file = UnitFile.csv(ByteBuffer.wrap(bytes), Usual.NONE);
        assertThat(file.lines()).allMatch(line -> line.number() > 1);
        assertThat(file.errors()).allMatch(error -> error.line() >= 1);
    }

    /** No line of a file vanishes: it is taken, or it is told. */
    @Property
    void everyLineWithSomethingInItIsTakenOrTold(
            @ForAll @Size(max = 5) List<@From("names") String> names) {
        StringBuilder text = new StringBuilder("name,kind,regionCode,headTitle\n");
        names.forEach(
                name ->
                        text.append('"')
                                .append(name.replace("\"", "\"\""))
                                .append("\",opd,33.18,\n"));
        UnitFile file = read(text.toString());
        long told = file.errors().stream().map(UnitFile.LineError::line).distinct().count();
        assertThat(file.lines().size() + told).isGreaterThanOrEqualTo(names.size());
    }

    @Test
    void aQuoteThatIsNeverClosedTakesNoLinesAlong() {
        assertThat(
                        told(
                                read(
                                        """
                                        kind,regionCode,name,headTitle
                                        opd,33.18,Bappeda,"Kepala
                                        opd,33.18,Dinas PU,Kepala
                                        """)))
                .containsExactly("2  unreadable-line");
    }

    @Provide
    static Arbitrary<byte[]> files() {
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60),
                Arbitraries.strings()
                        .withChars("\",; a\r\n\0\ufeff")
                        .ofMaxLength(40)
                        .map(rest -> ("name,kind,regionCode,headTitle\n" + rest).getBytes(UTF_8)));
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab\",; \r\n").ofMaxLength(8);
    }
}
