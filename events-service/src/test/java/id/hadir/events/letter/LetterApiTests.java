package id.hadir.events.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.qr.QrDrawing;
import id.hadir.kit.test.PdfText;
import id.hadir.kit.test.TestTokens;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ServiceTest
class LetterApiTests {

    private static final Map<String, Object> LETTERHEAD =
            Map.of(
                    "lines", List.of("PEMERINTAH KABUPATEN SERANG", "SEKRETARIAT DAERAH"),
                    "address", "Jl. Veteran No. 1 Serang 42111\nTelepon (0254) 200252",
                    "town", "Ciruas",
                    "code", "HM.02",
                    "contact", "Bagian Umum, 0812-0000-0000",
                    "copies", List.of("Bupati Serang (sebagai laporan)", "Ketua DPRD"),
                    "signer",
                            Map.of(
                                    "onBehalfOf", "Bupati Serang",
                                    "acting", "Plh.",
                                    "position", "Sekretaris Daerah",
                                    "name", "Dr. H. Contoh Nama, S.H., M.Si.",
                                    "rank", "Pembina Utama Muda",
                                    "nip", "19700101 199503 1 001"));

    @Autowired Caller caller;
    private String agency = "";
    private String organiser = "";

    @BeforeEach
    void agencyWithALetterhead() {
        agency = caller.agency("Sekretariat Daerah Kabupaten Serang", "36.04");
        organiser = TestTokens.organiser(agency);
        put("/api/agencies/" + agency + "/letterhead", LETTERHEAD).expectStatus().isOk();
        putLogo(QrDrawing.of("logo").png(6)).expectStatus().isNoContent();
    }

    @Test
    void oneLetterForAllHasTheListOfTheInvitedBehindIt() {
        String event = event();
        invite(event, Map.of("kind", "kecamatan", "regionCode", "36.04", "inPerson", true));
        put("/api/events/" + event + "/letter", Map.of("dress", "PDH", "number", "005/123-Umum"))
                .expectStatus()
                .isOk();
        PdfText letter = pdf("/api/events/" + event + "/letter.pdf");
        assertThat(letter.size()).isEqualTo("210 x 297");
        assertThat(letter.foreignFonts()).isEmpty();
        assertThat(letter.pages().getFirst())
                .contains("PEMERINTAH KABUPATEN SERANG SEKRETARIAT DAERAH", "Ciruas, ")
                .contains("Nomor : 005/123-Umum", "Lampiran : 1 (satu) berkas", "Hal : Undangan")
                .contains("Yth. (daftar terlampir)", "Rabu, 11 Agustus 2027")
                .contains("Pukul : 09.00 s.d. 12.00 WIB", "Tempat : Hotel Le Dian", "Pakaian : PDH")
                .contains("tidak dapat diwakilkan", "a.n. Bupati Serang", "Plh. Sekretaris Daerah,")
                .contains("Dr. H. Contoh Nama, S.H., M.Si. Pembina Utama Muda")
                .contains("NIP 197001011995031001", "Tembusan: 1. Bupati Serang", "Halaman 1/");
        assertThat(String.join(" ", letter.pages()))
                .contains(
                        "DAFTAR UNDANGAN", "29. Camat", "Camat Baros Kecamatan Baros", "Jumlah 29");
    }

    @Test
    void itIsPrintedOnF4Too() {
        PdfText letter = pdf("/api/events/" + event() + "/letter.pdf?paper=f4");
        assertThat(letter.size()).isEqualTo("215 x 330");
        assertThat(letter.pages()).hasSize(1);
        caller.get(organiser, "/api/events/" + event() + "/letter.pdf?paper=a3")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void itIsWhatArchivesKeep() throws Exception {
        byte[] letter =
                caller.get(organiser, "/api/events/" + event() + "/letter.pdf")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        assertThat(ArchivedPdf.faults(letter)).isEmpty();
    }

    @Test
    void eachOfficeGetsItsOwnWithItsOwnLinkAndPages() {
        String event = event();
        caller.get(organiser, "/api/events/" + event + "/letters.pdf")
                .expectStatus()
                .isEqualTo(409);
        invite(event, Map.of("kind", "kecamatan", "regionCode", "36.04"));
        PdfText letters = pdf("/api/events/" + event + "/letters.pdf");
        JsonNode baros = invitation(event, "Kecamatan Baros");
        String page = pageWith(letters, "Yth. Camat Baros");
        assertThat(letters.pages()).hasSize(29);
        assertThat(page.replace(" ", "")).contains(baros.path("url").stringValue());
        assertThat(page)
                .contains("Lampiran : -", "Halaman 1/1")
                .doesNotContain("tidak dapat diwakilkan");
    }

    @Test
    void whoseTitleDoesNotNameTheOfficeIsWrittenToWithIt() {
        String event = event();
        invite(event, Map.of("kind", "pemda-kabupaten-kota", "regionCode", "36.04"));
        invite(
                event,
                Map.of("kind", "kecamatan", "regionCode", "36.04.06", "position", "Sekretaris"));
        invite(event, Map.of("kind", "desa", "regionCode", "36.04.06"));
        PdfText letters = pdf("/api/events/" + event + "/letters.pdf");
        assertThat(String.join("\n", letters.pages()).replaceAll("\\s+", " "))
                .contains(
                        "Yth. Bupati Pemerintah Kabupaten Serang di Tempat",
                        "Yth. Sekretaris Kecamatan Waringinkurung di Tempat",
                        "Yth. Kepala Desa Binangun di Tempat");
    }

    @Test
    void theLetterOfAMovedEventTellsTheEarlierTimeAndFollowsTheEarlierLetter() {
        String event = event();
        String path = "/api/events/" + event;
        caller.post(organiser, path + "/publish", "{}").expectStatus().isOk();
        assertThat(number(event)).isEqualTo("1/HM.02/" + monthAndYear(event));
        caller.post(
                        organiser,
                        path + "/reschedule",
                        Map.of("startsAt", "2027-08-12T13:00:00+07:00", "reason", "Hotel penuh."))
                .expectStatus()
                .isOk();
        assertThat(pdf(path + "/letter.pdf").pages().getFirst())
                .contains("PERUBAHAN (Ralat) Undangan", "Menindaklanjuti surat kami Nomor 1/HM.02/")
                .contains("semula dijadwalkan pada Rabu, 11 Agustus 2027")
                .contains("karena hotel penuh menjadi:", "Kamis, 12 Agustus 2027")
                .doesNotContain("Nomor : 1/");
        caller.post(organiser, path + "/cancel", Map.of("reason", "Banjir")).expectStatus().isOk();
        assertThat(number(event)).startsWith("2/HM.02/");
        assertThat(pdf(path + "/letter.pdf").pages().getFirst())
                .contains("PEMBATALAN Undangan", "dibatalkan karena banjir", "tidak berlaku")
                .doesNotContain("Pindai kode");
    }

    @Test
    void whoAsksForNumbersAtOnceGetsThemWithoutGapsOrDoubles() throws Exception {
        List<String> events = IntStream.range(0, 12).mapToObj(_ -> event()).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
            List<Callable<String>> calls =
                    events.stream().<Callable<String>>map(event -> () -> number(event)).toList();
            List<String> numbers = pool.invokeAll(calls).stream().map(Future::resultNow).toList();
            assertThat(numbers)
                    .extracting(number -> Integer.valueOf(number.substring(0, number.indexOf('/'))))
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        }
    }

    @Test
    void aNumberOnceGivenStaysAndAnotherMayBeTyped() {
        String event = event();
        String path = "/api/events/" + event + "/letter";
        String number = number(event);
        assertThat(number(event)).isEqualTo(number);
        assertThat(caller.json(put(path, Map.of("dress", "PDH"))).path("number").stringValue())
                .isEqualTo(number);
        assertThat(caller.json(put(path, Map.of("number", "005/9"))).path("number").stringValue())
                .isEqualTo("005/9");
        assertThat(number(event())).startsWith("2/");
    }

    @Test
    void everyWrongFieldOfALetterheadIsTold() {
        JsonNode problem =
                caller.json(
                        put(
                                        "/api/agencies/" + agency + "/letterhead",
                                        Map.of(
                                                "lines", List.of(),
                                                "numberPattern", "{tahun}",
                                                "signer", Map.of("nip", "123", "acting", "Ex.")))
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "lines",
                        "numberPattern",
                        "signer.acting",
                        "town",
                        "signer.position",
                        "signer.name",
                        "signer.nip");
    }

    @Test
    void aLogoThatIsNoPictureOrTooLargeIsRefused() {
        putLogo("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)).expectStatus().isEqualTo(422);
        putLogo(new byte[256 * 1024 + 1]).expectStatus().isEqualTo(422);
        putLogo(QrDrawing.of("x").png(60)).expectStatus().isEqualTo(422);
    }

    /** What it is, its bytes say, not the header; a reader that is not needed is not tried. */
    @Test
    void aPictureOfAnotherFormatThatCallsItselfPngIsRefused() throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "gif", gif);
        putLogo(gif.toByteArray()).expectStatus().isEqualTo(422);
    }

    @Test
    void nobodyElseReadsOrWritesIt() {
        String stranger = TestTokens.organiser(caller.agency("KPU Kota Serang", "36.73"));
        caller.get(stranger, "/api/agencies/" + agency + "/letterhead")
                .expectStatus()
                .isForbidden();
        caller.request(HttpMethod.PUT, stranger, "/api/agencies/" + agency + "/letterhead")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(LETTERHEAD)
                .exchange()
                .expectStatus()
                .isForbidden();
        caller.request(HttpMethod.DELETE, stranger, "/api/agencies/" + agency + "/letterhead/logo")
                .exchange()
                .expectStatus()
                .isForbidden();
        caller.get(stranger, "/api/events/" + event() + "/letter.pdf").expectStatus().isNotFound();
    }

    /** Characters that XML or the font does not have, and markup, are letters like others. */
    @Test
    void aHostileNameIsPrintedAsItIs() {
        String event = event("Rapat <b>&amp; \"lain\" \uFFFF 会議 ]]> --");
        assertThat(pdf("/api/events/" + event + "/letter.pdf").pages().getFirst())
                .contains("Rapat <b>&amp; \"lain\"", "]]> --");
    }

    private String event() {
        return event("Netralitas ASN");
    }

    private String event(String title) {
        return caller.event(
                        agency,
                        Map.of(
                                "type", "sosialisasi",
                                "title", title,
                                "venue", Map.of("name", "Hotel Le Dian", "regionCode", "36.04"),
                                "startsAt", "2027-08-11T09:00:00+07:00",
                                "endsAt", "2027-08-11T12:00:00+07:00"))
                .path("id")
                .stringValue();
    }

    private void invite(String event, Map<String, Object> line) {
        caller.post(
                        organiser,
                        "/api/events/" + event + "/invitations",
                        Map.of("audience", List.of(line)))
                .expectStatus()
                .isOk();
    }

    private JsonNode invitation(String event, String unit) {
        for (JsonNode item :
                caller.getJson(organiser, "/api/events/" + event + "/invitations").path("items")) {
            if (item.path("unit").path("name").stringValue().equals(unit)) {
                return item;
            }
        }
        throw new AssertionError(unit + " is not invited");
    }

    private String number(String event) {
        ResponseSpec answer =
                caller.post(organiser, "/api/events/" + event + "/letter/number", "{}");
        return caller.json(answer.expectStatus().isOk()).path("number").stringValue();
    }

    private String monthAndYear(String event) {
        JsonNode letter = caller.getJson(organiser, "/api/events/" + event + "/letter");
        String date = letter.path("date").stringValue();
        return NumberPattern.fill("{nomor}/{bulan-romawi}/{tahun}", 0, null, LocalDate.parse(date))
                .substring(2);
    }

    private static String pageWith(PdfText letters, String text) {
        return letters.pages().stream()
                .filter(page -> page.contains(text))
                .findFirst()
                .orElseThrow();
    }

    private PdfText pdf(String path) {
        byte[] body =
                caller.get(organiser, path)
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PDF)
                        .expectHeader()
                        .exists(HttpHeaders.CONTENT_DISPOSITION)
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent();
        return PdfText.of(Objects.requireNonNull(body));
    }

    private ResponseSpec put(String path, Map<String, ?> body) {
        return caller.request(HttpMethod.PUT, organiser, path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec putLogo(byte[] logo) {
        return caller.request(
                        HttpMethod.PUT, organiser, "/api/agencies/" + agency + "/letterhead/logo")
                .contentType(MediaType.IMAGE_PNG)
                .bodyValue(logo)
                .exchange();
    }
}
