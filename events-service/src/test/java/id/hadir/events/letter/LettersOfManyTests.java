package id.hadir.events.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.PdfText;
import id.hadir.kit.test.TestTokens;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More letters in a file than are printed at once: the 29 camat of Serang. */
@ServiceTest
class LettersOfManyTests {

    @Autowired Caller caller;
    private byte[] file = {};

    @BeforeEach
    void lettersToAllCamat() {
        String agency = caller.agency("Sekretariat Daerah Kabupaten Serang", "36.04");
        String organiser = TestTokens.organiser(agency);
        String event =
                caller.event(
                                agency,
                                Map.of(
                                        "type",
                                        "rakor",
                                        "title",
                                        "Rakor Camat",
                                        "venue",
                                        Map.of("name", "Hotel Le Dian", "regionCode", "36.04"),
                                        "startsAt",
                                        "2027-08-11T09:00:00+07:00",
                                        "endsAt",
                                        "2027-08-11T12:00:00+07:00"))
                        .path("id")
                        .stringValue();
        caller.post(
                        organiser,
                        "/api/events/" + event + "/invitations",
                        Map.of(
                                "audience",
                                List.of(Map.of("kind", "kecamatan", "regionCode", "36.04"))))
                .expectStatus()
                .isOk();
        file =
                Objects.requireNonNull(
                        caller.get(organiser, "/api/events/" + event + "/letters.pdf")
                                .expectStatus()
                                .isOk()
                                .expectBody()
                                .returnResult()
                                .getResponseBodyContent());
    }

    @Test
    void theCodeOfEachLetterLeadsWhereItsLinkLeads() throws Exception {
        List<String> pages = PdfText.of(file).pages();
        List<String> codes = codes();
        assertThat(codes).hasSize(29).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, codes.size()))
                .allSatisfy(
                        page ->
                                assertThat(pages.get(page).replaceAll("\\s", ""))
                                        .contains(codes.get(page), "Halaman1/1"));
    }

    @Test
    void theFileIsWhatArchivesKeep() throws Exception {
        assertThat(ArchivedPdf.faults(file)).isEmpty();
    }

    /** What the drawn code of each page says: the only picture there, since there is no logo. */
    private List<String> codes() throws IOException, ReaderException {
        List<String> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            for (PDPage page : document.getPages()) {
                PDResources drawn = page.getResources();
                for (COSName name : drawn.getXObjectNames()) {
                    codes.add(code(((PDImageXObject) drawn.getXObject(name)).getImage()));
                }
            }
        }
        return codes;
    }

    private static String code(BufferedImage picture) throws ReaderException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
