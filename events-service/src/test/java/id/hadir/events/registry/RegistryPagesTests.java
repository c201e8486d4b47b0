package id.hadir.events.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ServiceTest
class RegistryPagesTests {

    private static final String CSRF = "a-token-of-the-session";

    @Autowired Caller caller;
    private String session = "";
    private String unit = "";

    @BeforeEach
    void signIn() {
        String agency = caller.agency("Bawaslu Kabupaten Tegal", "33.28");
        session = TestTokens.organiserSession(agency, CSRF);
        unit =
                caller.json(
                                caller.post(
                                        TestTokens.organiser(agency),
                                        "/api/units",
                                        Map.of(
                                                "name",
                                                "Dinas " + UUID.randomUUID(),
                                                "kind",
                                                "opd",
                                                "regionCode",
                                                "33.28")))
                        .path("id")
                        .stringValue();
    }

    private String html(String path) {
        return body(caller.get(session, path).expectStatus().isOk());
    }

    private static String body(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(String.class).returnResult().getResponseBody());
    }

    private ResponseSpec post(String path, String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(Map.of());
        form.add("_csrf", CSRF);
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return caller.request(HttpMethod.POST, session, "/panitia/unit/" + unit + path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    @Test
    void theOfficesOfTheOwnRegionAreShownFirstAndAnyMayBeSearched() {
        assertThat(html("/panitia/unit"))
                .contains("<option value=\"33.28\" selected>", "Kecamatan Margasari");
        assertThat(html("/panitia/unit?q=camat+baros&regionCode.province=36"))
                .contains("Kecamatan Baros")
                .doesNotContain("Margasari");
        assertThat(html("/panitia/unit?q=tidakadasamasekali")).contains("Tidak ada kantor");
    }

    @Test
    void aLongListGoesOnWithTheSameQuestion() {
        String html = html("/panitia/unit?q=&kind=desa&regionCode.province=33");
        String next =
                html.replaceFirst(
                                "(?s).*<a class=\"button button--quiet\""
                                        + " href=\"(/panitia/unit\\?[^\"]*cursor=[^\"]*)\".*",
                                "$1")
                        .replace("&amp;", "&");
        assertThat(next).contains("kind=desa", "regionCode.province=33");
        assertThat(body(caller.get(session, URLDecoder.decode(next, UTF_8)).expectStatus().isOk()))
                .contains("Desa ");
    }

    @Test
    void aUnitIsRenamedAndGetsItsContacts() {
        String name = "Dinas Bahari " + unit;
        post("", "revision", "1", "name", name, "contactName", "Sri Wahyuni")
                .expectStatus()
                .isSeeOther();
        assertThat(html("/panitia/unit/" + unit))
                .contains(name, "dahulu Dinas", "value=\"Sri Wahyuni\"", "sampai ");
        assertThat(html("/panitia/unit?q=" + unit.substring(0, 8))).contains("dahulu Dinas");
    }

    @Test
    void whoComesSecondLosesNothingAndSeesWhatIsStored() {
        post("", "revision", "1", "name", "Dinas Pertama " + unit).expectStatus().isSeeOther();
        String html =
                body(
                        post("", "revision", "1", "name", "Dinas Kedua " + unit)
                                .expectStatus()
                                .isEqualTo(412));
        assertThat(html)
                .contains(
                        "baru saja diubah",
                        "value=\"Dinas Kedua " + unit,
                        "<h1>Dinas Pertama " + unit,
                        "name=\"revision\" value=\"2\"");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertThat(
                        body(
                                post("", "revision", "1", "name", "", "email", "x")
                                        .expectStatus()
                                        .isEqualTo(422)))
                .contains("id=\"name-error\"", "id=\"email-error\"");
        assertThat(
                        body(
                                post(
                                                "",
                                                "revision",
                                                "1",
                                                "name",
                                                existing(),
                                                "email",
                                                "a@tegal.go.id")
                                        .expectStatus()
                                        .isEqualTo(409)))
                .contains("id=\"name-error\"", "value=\"a@tegal.go.id\"");
    }

    private String existing() {
        String name = "Badan " + unit;
        caller.post(
                        TestTokens.admin(),
                        "/api/units",
                        Map.of("name", name, "kind", "opd", "regionCode", "33.28"))
                .expectStatus()
                .isCreated();
        return name;
    }

    @Test
    void anOfficeIsSwitchedOffAndOn() {
        post("/keadaan", "keadaan", "nonaktif").expectStatus().isSeeOther();
        assertThat(html("/panitia/unit/" + unit)).contains("Tidak aktif", "Aktifkan kembali");
        assertThat(html("/panitia/unit?q=dinas&keadaan=nonaktif&regionCode.province=33"))
                .contains(unit);
        post("/keadaan", "keadaan", "aktif").expectStatus().isSeeOther();
        assertThat(html("/panitia/unit/" + unit)).contains("Nonaktifkan");
    }
}
