package id.hadir.materials.material;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.TestTokens;
import id.hadir.materials.MaterialsTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class MaterialPagesTests extends MaterialsTest {

    @Test
    void everyoneFindsWhatIsForThem() {
        UUID event = publishedEvent();
        String open = material(event, PDF, "edaran.pdf", "public");
        String closed = material(event, PDF, "notula.pdf", "registered");
        assertThat(page(asAnyone(), "/materi/" + slug(event)))
                .contains("Netralitas ASN", "Surat edaran", "PDF", "versi 1", "Untuk umum")
                .contains("/api/materials/" + open + "/content")
                .doesNotContain(closed, "/kelola", "data-upload");
        assertThat(page(asOrganiser(), "/materi/" + slug(event)))
                .contains(closed, "/materi/" + slug(event) + "/kelola");
    }

    @Test
    void anEventWithoutMaterialsSaysSo() {
        assertThat(page(asAnyone(), "/materi/" + slug(publishedEvent())))
                .contains("Belum ada materi");
    }

    @Test
    void whatIsUnknownOrADraftOfOthersIsNotFound() {
        status(asAnyone(), "/materi/tidak-ada").isNotFound();
        status(asAnyone(), "/materi/" + slug(event("draft", AGENCY))).isNotFound();
    }

    @Test
    void aTitleIsTextAndNoMarkup() {
        UUID event = publishedEvent();
        tellEvent(event, 2, "published", "<script>alert(1)</script>", AGENCY);
        material(event, PDF, "x.pdf", "public");
        assertThat(page(asAnyone(), "/materi/" + slug(event)))
                .doesNotContain("<script>alert")
                .contains("&lt;script");
    }

    @Test
    void organisersUploadAndWithdraw() {
        UUID event = publishedEvent();
        String id = material(event, PDF, "edaran.pdf", "registered");
        WebTestClient session = as(TestTokens.organiserSession(AGENCY, "t0ken"));
        assertThat(page(session, "/materi/" + slug(event) + "/kelola"))
                .contains("data-upload=\"/api/events/" + event + "/materials\"")
                .contains("data-offset=\"+07:00\"")
                .contains("value=\"t0ken\"")
                .contains("/aset/materials/upload-");
        withdraw(session, event, id, "").expectStatus().isForbidden();
        withdraw(session, event, id, "t0ken")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueEquals(HttpHeaders.LOCATION, "/materi/" + slug(event) + "/kelola");
        content(asOrganiser(), id).expectStatus().isNotFound();
    }

    @Test
    void othersDoNotGetToTheUpkeep() {
        UUID event = publishedEvent();
        String path = "/materi/" + slug(event) + "/kelola";
        status(as(TestTokens.organiser(OTHER_AGENCY)), path).isForbidden();
        status(as(TestTokens.desk(AGENCY)), path).isForbidden();
        status(asAnyone(), path).isSeeOther(); // to the sign-in
        String id = material(event, PDF, "edaran.pdf", "registered");
        withdraw(as(TestTokens.organiser(OTHER_AGENCY)), event, id, "")
                .expectStatus()
                .isForbidden();
    }

    private static WebTestClient.ResponseSpec withdraw(
            WebTestClient client, UUID event, String id, String csrf) {
        return client.post()
                .uri("/materi/" + slug(event) + "/kelola/" + id + "/tarik")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("_csrf=" + csrf)
                .exchange();
    }
}
