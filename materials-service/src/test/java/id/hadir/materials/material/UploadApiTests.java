package id.hadir.materials.material;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.TestTokens;
import id.hadir.materials.MaterialsTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

class UploadApiTests extends MaterialsTest {

    @Test
    void tellsWhatCameIn() {
        UUID event = publishedEvent();
        MultipartBodyBuilder form = form(PDF, "edaran.pdf", "public");
        form.part("releaseAt", "2027-08-11T09:00:00+07:00");
        upload(asOrganiser(), event, form)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", "/api/materials/[0-9a-f-]+/content")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Surat edaran netralitas")
                .jsonPath("$.kind")
                .isEqualTo("circular")
                .jsonPath("$.audience")
                .isEqualTo("public")
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.fileName")
                .isEqualTo("edaran.pdf")
                .jsonPath("$.mediaType")
                .isEqualTo("application/pdf")
                .jsonPath("$.size")
                .isEqualTo(PDF.length)
                .jsonPath("$.sha256")
                .isEqualTo(sha256(PDF))
                .jsonPath("$.releaseAt")
                .isEqualTo("2027-08-11T02:00:00Z");
    }

    @Test
    void fieldsMayComeBeforeTheFile() {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("releaseAt", "");
        form.part("audience", "public");
        form.part("kind", "slides");
        form.part("title", "Paparan");
        form.part("file", PDF).filename("paparan.pdf");
        upload(asOrganiser(), publishedEvent(), form).expectStatus().isCreated();
    }

    @Test
    void everyWrongFieldIsToldAtOnce() {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("title", " ");
        form.part("kind", "video");
        form.part("releaseAt", "2027-08-11T09:00:00");
        upload(asOrganiser(), publishedEvent(), form)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid")
                .jsonPath("$.errors[*].field")
                .value(
                        (List<String> fields) ->
                                assertThat(fields)
                                        .containsExactlyInAnyOrder(
                                                "file", "title", "kind", "audience", "releaseAt"));
        assertThat(files()).noneMatch(file -> file.startsWith("incoming"));
    }

    @Test
    void anEmptyFileAndASecondFileAreRefused() {
        upload(asOrganiser(), publishedEvent(), form(new byte[0], "kosong.pdf", "public"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("empty-file");
        MultipartBodyBuilder two = form(PDF, "satu.pdf", "public");
        two.part("file", PDF).filename("dua.pdf");
        upload(asOrganiser(), publishedEvent(), two)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("only-one");
    }

    @ParameterizedTest
    @CsvSource({
        "../../x, x",
        "..\\..\\windows\\system.ini, system.ini",
        "/etc/passwd, passwd",
        ".., berkas",
        "edaran\u202Efdp.exe, edaranfdp.exe",
    })
    void aHostileFileNameIsALabelAndNoPath(String sent, String kept) {
        List<String> before = files();
        byte[] content = ("isi " + sent).getBytes(StandardCharsets.UTF_8);
        upload(asOrganiser(), publishedEvent(), form(content, sent, "public"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.fileName")
                .isEqualTo(kept);
        String hash = sha256(content);
        assertThat(files())
                .contains(hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash)
                .hasSize(before.size() + 1);
    }

    @Test
    void aFileOverTheLimitIsRefusedWhileItComes() {
        List<String> before = files();
        var factory = DefaultDataBufferFactory.sharedInstance;
        Flux<DataBuffer> endless = Flux.range(0, 3_000).map(_ -> factory.wrap(new byte[100_000]));
        MultipartBodyBuilder big = new MultipartBodyBuilder();
        big.part("title", "Besar");
        big.asyncPart("file", endless, DataBuffer.class).filename("besar.bin");
        asOrganiser()
                .post()
                .uri("/api/events/{id}/materials", publishedEvent())
                .body(BodyInserters.fromMultipartData(big.build()))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-large");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsNoFileIsLimitedToo() {
        MultipartBodyBuilder form = form(PDF, "edaran.pdf", "public");
        form.part("other", new byte[MAX_SIZE]).filename("lain.bin");
        upload(asOrganiser(), publishedEvent(), form).expectStatus().isEqualTo(413);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        asOrganiser()
                .post()
                .uri("/api/events/{id}/materials", publishedEvent())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no boundary at all",
                "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nbroken off",
                "--x\r\n"
                    + "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%ZZ\r\n\r\n"
                    + "a\r\n"
                    + "--x--\r\n",
                "--x\r\nContent-Disposition: form-data\r\n\r\nnameless\r\n--x--\r\n",
                ""
            })
    void aMalformedBodyIsRefusedAndLeavesNothing(String body) {
        List<String> before = files();
        asOrganiser()
                .post()
                .uri("/api/events/{id}/materials", publishedEvent())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aMissingBoundaryIsRefused() {
        asOrganiser()
                .post()
                .uri("/api/events/{id}/materials", publishedEvent())
                .header("Content-Type", "multipart/form-data")
                .bodyValue("--x\r\n")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
    }

    @Test
    void onlyTheEventsOrganisersMayUpload() {
        UUID event = publishedEvent();
        var form = form(PDF, "edaran.pdf", "public");
        upload(as(TestTokens.admin()), event, form).expectStatus().isCreated();
        upload(as(TestTokens.organiser(OTHER_AGENCY)), event, form).expectStatus().isForbidden();
        upload(as(TestTokens.desk(AGENCY)), event, form).expectStatus().isForbidden();
        upload(as(TestTokens.official(null)), event, form).expectStatus().isForbidden();
        upload(asAnyone(), event, form).expectStatus().isUnauthorized();
    }

    /** The permission is asked before the body: a refused caller need not even have sent one. */
    @Test
    void aForeignOrganiserIsRefusedBeforeTheBodyIsRead() {
        as(TestTokens.organiser(OTHER_AGENCY))
                .post()
                .uri("/api/events/{id}/materials", publishedEvent())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .bodyValue("no multipart body")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anUnknownEventIsNotFound() {
        var form = form(PDF, "edaran.pdf", "public");
        upload(asOrganiser(), UUID.randomUUID(), form).expectStatus().isNotFound();
        asOrganiser()
                .get()
                .uri("/api/events/no-uuid/materials")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theSameContentSentManyTimesAtOnceIsStoredOnce() {
        UUID event = publishedEvent();
        byte[] content = "sama".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        List<String> ids =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(i -> material(event, content, "sama-" + i + ".txt", "public"))
                        .toList();
        assertThat(files()).filteredOn(file -> file.endsWith(sha256(content))).hasSize(1);
        assertThat(files()).noneMatch(file -> file.startsWith("incoming"));
        for (String id : ids) {
            content(asAnyone(), id)
                    .expectStatus()
                    .isOk()
                    .expectBody(byte[].class)
                    .isEqualTo(content);
        }
    }

    @Test
    void aBrowserSessionNeedsItsCsrfToken() {
        UUID event = publishedEvent();
        var session = as(TestTokens.organiserSession(AGENCY, "t0ken"));
        upload(session, event, form(PDF, "edaran.pdf", "public")).expectStatus().isForbidden();
        upload(
                        session.mutate().defaultHeader("X-CSRF-Token", "t0ken").build(),
                        event,
                        form(PDF, "edaran.pdf", "public"))
                .expectStatus()
                .isCreated();
    }
}
