package id.hadir.attendance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.pdf.Paper;
import id.hadir.kit.test.PdfText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetPdfTests {

    private static final List<Sheet.Fact> FACTS =
            List.of(
                    new Sheet.Fact("Acara", "Rakornas"),
                    new Sheet.Fact("Hari/tanggal", "Rabu, 11 Agustus 2027"));

    /** As of a Rakornas: two of each office, whose name stands on each page that has rows of it. */
    @Test
    void eachPageHasItsHeadItsNumberAndTheOfficesOfItsRows() {
        PdfText sheet =
                draw(IntStream.rangeClosed(1, 200).mapToObj(n -> row(n, n / 2, "Nama")).toList());
        int pages = sheet.pages().size();
        assertThat(pages).isBetween(12, 20);
        for (int page = 1; page <= pages; page++) {
            assertThat(sheet.pages().get(page - 1)).contains("Halaman " + page + "/" + pages);
            assertThat(sheet.pages().get(page - 1)).contains("Rabu, 11 Agustus 2027");
            if (page < pages) {
                assertThat(sheet.pages().get(page - 1)).contains("No. Nama NIP", "Kantor ");
            }
        }
        String all = String.join(" ", sheet.pages());
        for (int n = 1; n <= 200; n++) {
            assertThat(all).contains(" " + n + ". Nama ");
        }
        assertThat(sheet.pages().getLast()).contains("Mengetahui,");
    }

    @Test
    void namesTooLongForTheirColumnGoOnBelowWithNothingLost() {
        String word = "Wkwkwk".repeat(30);
        String name = "Prof. Dr. H. " + "Suryaningrat ".repeat(12) + "S.H., M.Si.";
        PdfText sheet = draw(List.of(row(1, 1, word), row(2, 2, name.strip())));
        assertThat(sheet.pages().getFirst().replace(" ", ""))
                .contains(name.replace(" ", ""))
                .contains(word.substring(0, 20));
        assertThat(sheet.pages().getFirst().replaceAll("[^Wwk]", "").length())
                .isGreaterThanOrEqualTo(word.length());
    }

    private static SheetRow row(int number, int office, String name) {
        return new SheetRow(number, "Kantor " + office, name, "", "Camat", "", "");
    }

    private static PdfText draw(List<SheetRow> rows) {
        return PdfText.of(
                SheetPdf.draw(
                        new Sheet("Bawaslu", "Rakornas", FACTS, rows, "", "hari ini"), Paper.A4));
    }
}
