package id.hadir.materials.material;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.TestTokens;
import id.hadir.materials.MaterialsTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

class VersionApiTests extends MaterialsTest {

    private static final byte[] SECOND = "%PDF-1.7\nrevisi\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void aNewVersionIsHandedOutAndTheOldOneStays() {
        String id = material(publishedEvent(), PDF, "edaran.pdf", "public");
        put(asOrganiser(), id, SECOND)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(id)
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.fileName")
                .isEqualTo("edaran.pdf")
                .jsonPath("$.mediaType")
                .isEqualTo("application/pdf")
                .jsonPath("$.sha256")
                .isEqualTo(sha256(SECOND));
        content(asAnyone(), id).expectBody(byte[].class).isEqualTo(SECOND);
        asAnyone()
                .get()
                .uri("/api/materials/{id}/content?version=1", id)
                .exchange()
                .expectBody(byte[].class)
                .isEqualTo(PDF);
    }

    @Test
    void aNewVersionMayComeAsAFormWithItsName() {
        String id = material(publishedEvent(), PDF, "edaran.pdf", "public");
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", SECOND).filename("edaran-revisi.pdf");
        asOrganiser()
                .put()
                .uri("/api/materials/{id}/content", id)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(form.build())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.fileName")
                .isEqualTo("edaran-revisi.pdf");
    }

    @Test
    void versionsSentAtOnceGetDifferentNumbers() {
        String id = material(publishedEvent(), PDF, "edaran.pdf", "public");
        List<Integer> numbers =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> (PDF.length + i + " isi").getBytes(StandardCharsets.UTF_8))
                        .map(bytes -> versionOf(id, bytes))
                        .toList();
        assertThat(numbers).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9);
        for (int version = 1; version <= 9; version++) {
            asAnyone()
                    .get()
                    .uri("/api/materials/" + id + "/content?version=" + version)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    /** The answer is of the version that was sent, whatever others send meanwhile. */
    private int versionOf(String id, byte[] bytes) {
        Map<?, ?> answer =
                put(asOrganiser(), id, bytes)
                        .expectStatus()
                        .isOk()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(answer.get("sha256")).isEqualTo(sha256(bytes));
        return (Integer) answer.get("version");
    }

    @Test
    void whoMayNotOrMissesTheFileIsRefused() {
        String id = material(publishedEvent(), PDF, "edaran.pdf", "public");
        put(as(TestTokens.organiser(OTHER_AGENCY)), id, SECOND).expectStatus().isForbidden();
        put(as(TestTokens.desk(AGENCY)), id, SECOND).expectStatus().isForbidden();
        put(asAnyone(), id, SECOND).expectStatus().isUnauthorized();
        put(asOrganiser(), UUID.randomUUID().toString(), SECOND).expectStatus().isNotFound();
        put(asOrganiser(), id, new byte[0]).expectStatus().isEqualTo(422);
        put(asOrganiser(), id, new byte[MAX_SIZE + 1]).expectStatus().isEqualTo(413);
        put(asOrganiser(), id, new byte[MAX_SIZE]).expectStatus().isOk();
        assertThat(files()).noneMatch(file -> file.startsWith("incoming"));
    }

    @Test
    void aWithdrawnMaterialIsGoneForEveryone() {
        UUID event = publishedEvent();
        String id = material(event, PDF, "edaran.pdf", "public");
        delete(as(TestTokens.organiser(OTHER_AGENCY)), id).expectStatus().isForbidden();
        delete(asOrganiser(), id).expectStatus().isNoContent();
        delete(asOrganiser(), id).expectStatus().isNotFound();
        content(asAnyone(), id).expectStatus().isNotFound();
        content(asOrganiser(), id).expectStatus().isNotFound();
        put(asOrganiser(), id, SECOND).expectStatus().isNotFound();
        asOrganiser()
                .get()
                .uri("/api/events/{id}/materials", event)
                .exchange()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
    }

    private static WebTestClient.ResponseSpec put(WebTestClient client, String id, byte[] body) {
        return client.put()
                .uri("/api/materials/{id}/content", id)
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.ResponseSpec delete(WebTestClient client, String id) {
        return client.delete().uri("/api/materials/{id}", id).exchange();
    }
}
