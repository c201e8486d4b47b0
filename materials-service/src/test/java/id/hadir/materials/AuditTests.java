package id.hadir.materials;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** What organisers do with materials is in the audit. */
class AuditTests extends MaterialsTest {

    @Test
    void anUploadANewVersionAndAWithdrawalAreInIt() {
        UUID event = publishedEvent();
        String material = material(event, PDF, "edaran.pdf", "public");
        byte[] other = "%PDF-1.7\nsurat edaran, perbaikan\n".getBytes(StandardCharsets.UTF_8);
        asOrganiser()
                .put()
                .uri("/api/materials/" + material + "/content")
                .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .bodyValue(other)
                .exchange()
                .expectStatus()
                .isOk();
        asOrganiser()
                .delete()
                .uri("/api/materials/" + material)
                .exchange()
                .expectStatus()
                .isNoContent();

        List<?> entries =
                (List<?>)
                        as(TestTokens.admin())
                                .get()
                                .uri("/api/audit/materi?eventId=" + event)
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(Map.class)
                                .returnResult()
                                .getResponseBody()
                                .get("items");
        assertThat(entries)
                .extracting(entry -> String.valueOf(((Map<?, ?>) entry).get("action")))
                .containsExactly("material.withdrawn", "material.replaced", "material.uploaded");
        assertThat(String.valueOf(entries.get(1))).contains(sha256(PDF), sha256(other));
    }
}
