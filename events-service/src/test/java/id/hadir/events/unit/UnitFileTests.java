package id.hadir.events.unit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitFileTests {

    private static UnitFile read(String text) {
        return UnitFile.read(ByteBuffer.wrap(text.getBytes(UTF_8)));
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
        assertThat(told(read("nama,jenis\nBappeda,opd\n")))
                .containsExactly("1 name required", "1 kind required", "1 regionCode required");
        assertThat(told(read(""))).hasSize(3);
    }

    @Test
    void anotherEncodingIsTold() {
        ByteBuffer latin = ByteBuffer.wrap("name,kind,regionCode\nÉ,opd,33".getBytes(ISO_8859_1));
        assertThat(told(UnitFile.read(latin))).containsExactly("1  not-utf-8");
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldOrRead() {
        UnitFile file = read("name,kind,regionCode\n\"Bappeda,opd,33.18\n");
        assertThat(told(file)).isNotEmpty();
        assertThat(file.lines()).isEmpty();
    }
}
