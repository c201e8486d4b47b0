package id.hadir.events.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.qr.QrDrawing;
import id.hadir.kit.test.PdfText;
import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What stays of a letter that was issued, and what is each office's own in it. */
@ServiceTest
class IssuedLetterTests {

    @Autowired Caller caller;
    private String agency = "";
    private String organiser = "";
    private String slug = "";
    private String path = "";

    @BeforeEach
    void eventOfAnAgency() {
        agency = caller.agency("Sekretariat Daerah Kabupaten Pati", "33.18");
        organiser = TestTokens.organiser(agency);
        JsonNode event =
                caller.event(
                        agency,
                        Map.of(
                                "type", "rakor",
                                "title", "Rakor Pemilu",
                                "venue", Map.of("name", "Pendopo", "regionCode", "33.18"),
                                "startsAt", "2027-08-11T09:00:00+07:00",
                                "endsAt", "2027-08-11T12:00:00+07:00"));
        slug = event.path("slug").stringValue();
        path = "/api/events/" + event.path("id").stringValue();
    }

    @Test
    void aNumberedLetterKeepsItsHeadWhateverTheAgencyWritesLaterUntilItIsCorrected() {
        signedBy("Sekretaris Daerah", "Drs. Contoh Lama");
        caller.request(HttpMethod.PUT, organiser, "/api/agencies/" + agency + "/letterhead/logo")
                .contentType(MediaType.IMAGE_PNG)
                .bodyValue(QrDrawing.of("logo").png(6))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(letter().path("issued").booleanValue()).isFalse();
        assertThat(number().path("issued").booleanValue()).isTrue();

        signedBy("Bupati", "Contoh Baru");
        caller.request(HttpMethod.DELETE, organiser, "/api/agencies/" + agency + "/letterhead/logo")
                .exchange()
                .expectStatus()
                .isNoContent();
        PdfText kept = pdf("/letter.pdf");
        assertThat(kept.pages().getFirst())
                .contains("Sekretaris Daerah,", "Drs. Contoh Lama")
                .doesNotContain("Contoh Baru");
        assertThat(kept.images()).isEqualTo(2);

        caller.post(organiser, path + "/letter/letterhead", "{}").expectStatus().isOk();
        PdfText corrected = pdf("/letter.pdf");
        assertThat(corrected.pages().getFirst()).contains("Bupati,", "Contoh Baru");
        assertThat(corrected.images()).isEqualTo(1);
        assertThat(letter().path("issued").booleanValue()).isTrue();
    }

    @Test
    void aLetterheadThatLacksWhatALetterNeedsIsNotKeptAndLeavesNoLoneComma() {
        assertThat(number().path("issued").booleanValue()).isFalse();
        assertThat(pdf("/letter.pdf").pages().getFirst()).doesNotContain(" ,");
        signedBy("Bupati", "Contoh Baru");
        assertThat(number().path("issued").booleanValue()).isFalse();
        assertThat(typed(Map.of("dress", "PDH")).path("issued").booleanValue()).isTrue();
        assertThat(pdf("/letter.pdf").pages().getFirst()).contains("Bupati,", "Contoh Baru");
    }

    @Test
    void aNumberTypedWithoutADateIsOfTodayAndStaysSo() {
        String date = typed(Map.of("number", "005/1")).path("date").stringValue();
        String row = typed(Map.of("number", "005/1", "date", "2027-01-31")).toString();
        assertThat(date).matches("[0-9-]{10}");
        assertThat(row).contains("2027-01-31");
        assertThat(typed(Map.of("number", "005/1")).path("date").stringValue())
                .isEqualTo("2027-01-31");
    }

    @Test
    void eachOfficeReadsItsOwnCodeAndTheDeadlineAndTheOneForAllTheDeadlineTheyShare() {
        invite(Map.of("kind", "kecamatan", "regionCode", "33.18"), "2027-08-09T16:00:00+07:00");
        String deadline = "Senin, 9 Agustus 2027, pukul 16.00 WIB";
        List<String> letters = pdf("/letters.pdf").pages();
        for (JsonNode office : caller.getJson(organiser, path + "/invitations").path("items")) {
            String addressee = "Yth. " + office.path("addressee").stringValue() + " di Tempat";
            String page =
                    letters.stream()
                            .filter(text -> text.contains(addressee))
                            .findFirst()
                            .orElseThrow();
            assertThat(page)
                    .contains("jawaban Saudara paling lambat", deadline, "Halaman 1/1")
                    .contains("ketik kode", office.path("code").stringValue());
        }
        assertThat(pdf("/letter.pdf").pages().getFirst())
                .contains(deadline)
                .doesNotContain("ketik kode");
        invite(Map.of("kind", "kelurahan", "regionCode", "33.18"), "2027-08-10T16:00:00+07:00");
        assertThat(pdf("/letter.pdf").pages().getFirst()).doesNotContain("paling lambat");
    }

    @Test
    void thePageLinksToEachFurtherFileOfLetters() {
        invite(Map.of("kind", "kecamatan", "regionCode", "33"), null);
        invite(Map.of("kind", "desa", "regionCode", "33.18"), null);
        String html =
                new String(
                        Objects.requireNonNull(
                                caller.get(organiser, "/panitia/" + slug + "/surat")
                                        .expectStatus()
                                        .isOk()
                                        .expectBody()
                                        .returnResult()
                                        .getResponseBodyContent()),
                        StandardCharsets.UTF_8);
        Matcher cursor =
                Pattern.compile("letters\\.pdf\\?paper=a4&(?:amp;)?cursor=([^\"]+)").matcher(html);
        assertThat(cursor.results()).hasSize(1);
        cursor.reset();
        assertThat(cursor.find()).isTrue();
        String invitations = path + "/invitations?limit=200&cursor=";
        JsonNode page = caller.getJson(organiser, invitations + cursor.group(1));
        assertThat(page.path("items")).hasSize(200);
        assertThat(
                        caller.getJson(organiser, invitations + page.path("next").stringValue())
                                .path("items"))
                .hasSize(576 + 401 - 600 - 200);
    }

    private void invite(Map<String, Object> line, @Nullable String answerBy) {
        caller.post(
                        organiser,
                        path + "/invitations",
                        answerBy == null
                                ? Map.of("audience", List.of(line))
                                : Map.of("audience", List.of(line), "answerBy", answerBy))
                .expectStatus()
                .isOk();
    }

    private void signedBy(String position, String name) {
        put(
                "/api/agencies/" + agency + "/letterhead",
                Map.of(
                        "lines", List.of("PEMERINTAH KABUPATEN PATI"),
                        "town", "Pati",
                        "signer", Map.of("position", position, "name", name)));
    }

    private JsonNode number() {
        return caller.json(
                caller.post(organiser, path + "/letter/number", "{}").expectStatus().isOk());
    }

    private JsonNode typed(Map<String, ?> text) {
        return put(path + "/letter", text);
    }

    private JsonNode letter() {
        return caller.getJson(organiser, path + "/letter");
    }

    private JsonNode put(String address, Map<String, ?> body) {
        return caller.json(
                caller.request(HttpMethod.PUT, organiser, address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    private PdfText pdf(String file) {
        return PdfText.of(
                Objects.requireNonNull(
                        caller.get(organiser, path + file)
                                .expectStatus()
                                .isOk()
                                .expectBody()
                                .returnResult()
                                .getResponseBodyContent()));
    }
}
