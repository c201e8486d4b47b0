package id.hadir.events.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ServiceTest
class ImportPagesTests {

    private static final String PATH = "/panitia/unit/impor";
    private static final String CSRF = "a-token-of-the-session";

    @Autowired Caller caller;
    private String session = "";

    @BeforeEach
    void signIn() {
        session =
                TestTokens.organiserSession(
                        caller.agency("Bawaslu Kota Pekalongan", "33.75"), CSRF);
    }

    private ResponseSpec paste(String table, String... button) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(Map.of());
        form.add("_csrf", CSRF);
        form.add("table", table);
        form.add("kind", "opd");
        form.add("regionCode.province", "33");
        form.add("regionCode.regency", "33.75");
        for (String value : button) {
            form.add("lanjut", value);
        }
        return caller.request(HttpMethod.POST, session, PATH)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    private static String html(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(String.class).returnResult().getResponseBody());
    }

    private int found(String words) {
        return caller.getJson(TestTokens.anyone(), "/api/units?regionCode=33.75&q={q}", words)
                .path("items")
                .size();
    }

    @Test
    void theRegionOfTheAgencyIsChosenFromTheStart() {
        assertThat(html(caller.get(session, PATH).expectStatus().isOk()))
                .contains("<option value=\"33.75\" selected>");
    }

    @Test
    void aPastedTableIsShownThenTakenIn() {
        String table = "Nama\tJabatan Kepala\nDinas Kapal\tKepala Dinas Kapal\n\t\nDinas Layar\t\n";
        assertThat(html(paste(table).expectStatus().isOk()))
                .contains("Dinas Kapal", "Dinas Layar", "Simpan 2 kantor");
        assertThat(found("dinas kapal")).isZero();
        paste(table, "impor")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location(PATH + "?selesai=2,0,0");
        assertThat(found("kepala dinas kapal")).isEqualTo(1);
        assertThat(html(paste(table).expectStatus().isOk())).doesNotContain("Simpan 2 kantor");
    }

    @Test
    void aTableWithAnyBadLineIsNotTakenInAndEachIsTold() {
        String table = "nama;surel\nDinas Jangkar;x\n;a@pekalongan.go.id\nDinas Tali;\n";
        String html = html(paste(table, "impor").expectStatus().isEqualTo(422));
        assertThat(html)
                .contains("Baris 2", "Surel: ", "Baris 3", "Nama kantor: ", "Dinas Tali")
                .doesNotContain("value=\"impor\"");
        assertThat(found("dinas tali")).isZero();
    }

    @Test
    void aColumnThatIsNotReadIsNamed() {
        String table = "No;Nama;Nomor <b>HP</b>\n1;Dinas Kemudi;0812\n";
        assertThat(html(paste(table).expectStatus().isOk()))
                .contains(
                        "Kolom ini tidak dibaca: Nomor &lt;b&gt;HP&lt;/b&gt;<", "Simpan 1 kantor");
    }

    @Test
    void aBadLineIsNotAmongThoseThatAreNew() {
        String table = "nama;wilayah;jabatan\nDinas Sauh;33.75;Kepala Dinas Sauh\nDinas Sauh;;\n";
        assertThat(html(paste(table).expectStatus().isEqualTo(422)))
                .contains("Baris 3", "sudah ada di baris sebelumnya", "Kepala Dinas Sauh")
                .containsOnlyOnce("<th scope=\"row\">Dinas Sauh</th>");
    }

    @Test
    void aFileIsSentByScriptWithTheTokenOfTheSession() {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("file", "name\nDinas Dermaga\n".getBytes(StandardCharsets.UTF_8))
                .filename("opd.csv");
        parts.part("kind", "opd");
        parts.part("regionCode.province", "33");
        parts.part("regionCode.regency", "33.75");
        parts.part("table", "");
        parts.part("lanjut", "impor");
        caller.request(HttpMethod.POST, session, PATH)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(parts.build())
                .exchange()
                .expectStatus()
                .isForbidden();
        caller.request(HttpMethod.POST, session, PATH)
                .header("X-CSRF-Token", CSRF)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(parts.build())
                .exchange()
                .expectStatus()
                .isSeeOther();
        assertThat(found("dinas dermaga")).isEqualTo(1);
    }
}
