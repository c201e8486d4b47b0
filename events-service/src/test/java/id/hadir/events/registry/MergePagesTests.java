package id.hadir.events.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ServiceTest
class MergePagesTests {

    private static final String CSRF = "a-token-of-the-session";
    private static final String REGION = "33.27";

    @Autowired Caller caller;
    private String agency = "";
    private String session = "";

    @BeforeEach
    void signIn() {
        agency = caller.agency("KPU Kabupaten Pemalang", REGION);
        session = TestTokens.organiserSession(agency, CSRF);
    }

    @Test
    void theOtherOfficeIsChosenFromThoseOfItsKindAndRegionAndConfirmed() {
        String unit = unit("Dinas Ketam <b>Satu</b>", REGION);
        String into = unit("Dinas Ketam Dua", REGION);
        unit("Dinas Ketam Bawah", REGION + ".01");
        assertThat(html(get(path(unit) + "?q=ketam")))
                .contains(path(unit) + "?ke=" + into)
                .doesNotContain("Ketam Bawah", "?ke=" + unit);
        assertThat(html(get(path(unit) + "?ke=" + into)))
                .contains("Dinas Ketam &lt;b&gt;Satu&lt;/b&gt; digabung ke Dinas Ketam Dua")
                .contains("tidak diundang ke kegiatan yang akan datang");
        merge(unit, into)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/panitia/unit/" + into + "?selesai=digabung");
        assertThat(html(get("/panitia/unit/" + unit)))
                .contains("Digabung ke", "/panitia/unit/" + into)
                .doesNotContain("/gabung\"");
        assertThat(html(get("/panitia/unit/" + into + "?selesai=digabung")))
                .contains("Kedua catatan sudah digabung", "/panitia/unit/" + into + "/gabung");
    }

    @Test
    void whatStandsInTheWayIsSaidAboveTheChoice() {
        String unit = unit("Dinas Udang Satu", REGION);
        String below = unit("Dinas Udang Bawah", REGION + ".01");
        assertThat(
                        html(
                                caller.get(session, path(unit) + "?ke=" + below)
                                        .expectStatus()
                                        .isEqualTo(409)))
                .contains("hanya kantor yang sama jenis dan wilayahnya");
        assertThat(html(merge(unit, unit).expectStatus().isEqualTo(422)))
                .contains("tidak dapat digabung dengan dirinya sendiri");
    }

    @Test
    void whoMayNotChangeTheOfficeSeesNoChoice() {
        String unit = unit("Dinas Lobster", REGION);
        String stranger =
                TestTokens.organiserSession(caller.agency("KPU Kota Surakarta", "33.72"), CSRF);
        caller.get(stranger, path(unit)).expectStatus().isForbidden();
    }

    private static String path(String unit) {
        return "/panitia/unit/" + unit + "/gabung";
    }

    private ResponseSpec get(String path) {
        return caller.request(HttpMethod.GET, session, path).exchange().expectStatus().isOk();
    }

    private ResponseSpec merge(String unit, String into) {
        return caller.request(HttpMethod.POST, session, path(unit))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("_csrf=" + CSRF + "&ke=" + into)
                .exchange();
    }

    private String unit(String name, String region) {
        Map<String, String> unit = Map.of("name", name, "kind", "opd", "regionCode", region);
        return caller.json(
                        caller.post(TestTokens.organiser(agency), "/api/units", unit)
                                .expectStatus()
                                .isCreated())
                .path("id")
                .stringValue();
    }

    private static String html(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(String.class).returnResult().getResponseBody());
    }
}
