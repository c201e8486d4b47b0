package id.hadir.materials.download;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.materials.MaterialsTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class ContentApiTests extends MaterialsTest {

    private static final byte[] BYTES = bytes();

    private String id = "";
    private String etag = "";

    @BeforeEach
    void upload() {
        id = material(publishedEvent(), BYTES, "data.bin", "public");
        etag = "\"" + sha256(BYTES) + "\"";
    }

    @Test
    void theWholeComesWithItsNameAndTag() {
        content(asAnyone(), id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, etag)
                .expectHeader()
                .valueEquals(HttpHeaders.ACCEPT_RANGES, "bytes")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "attachment; .*data\\.bin.*")
                .expectHeader()
                .contentLength(BYTES.length)
                .expectBody(byte[].class)
                .isEqualTo(BYTES);
    }

    @Test
    void headTellsTheSameWithoutTheBytes() {
        asAnyone()
                .head()
                .uri("/api/materials/{id}/content", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, etag)
                .expectHeader()
                .contentLength(BYTES.length)
                .expectBody()
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 99",
        "bytes=1000-, 1000, 99999",
        "bytes=-500, 99500, 99999",
        "bytes=99999-, 99999, 99999",
        "bytes=50000-999999, 50000, 99999",
        "bytes=-999999, 0, 99999",
    })
    void aRangeIsThatPart(String range, int first, int last) {
        range(range)
                .expectStatus()
                .isEqualTo(206)
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/100000")
                .expectBody(byte[].class)
                .isEqualTo(Arrays.copyOfRange(BYTES, first, last + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100000-", "bytes=100000-100001", "bytes=-0"})
    void aRangeBeyondTheEndIsRefused(String range) {
        range(range)
                .expectStatus()
                .isEqualTo(416)
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_RANGE, "bytes */100000")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=9-1", "bytes=x", "lines=1-2", "bytes=0-1,5-6"})
    void anyOtherRangeGetsTheWhole(String range) {
        range(range).expectStatus().isOk().expectHeader().contentLength(BYTES.length);
    }

    @Test
    void aDownloadIsResumedOnlyWhenItIsStillTheSame() {
        get().header(HttpHeaders.RANGE, "bytes=10-")
                .header(HttpHeaders.IF_RANGE, etag)
                .exchange()
                .expectStatus()
                .isEqualTo(206);
        get().header(HttpHeaders.RANGE, "bytes=10-")
                .header(HttpHeaders.IF_RANGE, "\"another\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentLength(BYTES.length);
    }

    @Test
    void whatTheCallerHasIsNotSentAgain() {
        get().header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
        get().header(HttpHeaders.IF_NONE_MATCH, "\"another\"").exchange().expectStatus().isOk();
    }

    @Test
    void markupLeavesAsBytesToBeSavedEvenWhenAskedToBeShown() {
        UUID event = publishedEvent();
        byte[] html = "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"
                        .getBytes(StandardCharsets.UTF_8);
        for (String material :
                new String[] {
                    material(event, html, "surat.html", "public"),
                    material(event, html, "surat.pdf", "public"),
                    material(event, svg, "logo.svg", "public"),
                    material(event, svg, "logo.png", "public")
                }) {
            asAnyone()
                    .get()
                    .uri("/api/materials/{id}/content?inline=true", material)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .expectHeader()
                    .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "attachment; .*");
        }
    }

    @Test
    void aPdfIsShownWhenAskedFor() {
        String pdf = material(publishedEvent(), PDF, "edaran.pdf", "public");
        content(asAnyone(), pdf)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "attachment; .*");
        asAnyone()
                .get()
                .uri("/api/materials/{id}/content?inline=true", pdf)
                .exchange()
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "inline; .*");
    }

    @Test
    void aNameOfAnyAlphabetIsSentByTheRule() {
        String named = material(publishedEvent(), PDF, "Surat “edaran” № 5 – ééé.pdf", "public");
        content(asAnyone(), named)
                .expectHeader()
                .value(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (String value) ->
                                assertThat(value)
                                        .contains("filename*=UTF-8''Surat%20")
                                        .matches("[\\x20-\\x7e]+"));
    }

    @Test
    void compressionDoesNotTouchTheBytes() {
        byte[] text = "baris\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        String plain = material(publishedEvent(), text, "catatan.txt", "public");
        asAnyone()
                .get()
                .uri("/api/materials/{id}/content", plain)
                .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                .header(HttpHeaders.RANGE, "bytes=6-11")
                .exchange()
                .expectStatus()
                .isEqualTo(206)
                .expectHeader()
                .doesNotExist(HttpHeaders.CONTENT_ENCODING)
                .expectBody(String.class)
                .isEqualTo("baris\n");
    }

    @Test
    void whatIsUnknownIsNotFound() {
        content(asAnyone(), UUID.randomUUID().toString()).expectStatus().isNotFound();
        content(asAnyone(), "no-uuid").expectStatus().isNotFound();
        asAnyone()
                .get()
                .uri("/api/materials/{id}/content?version=7", id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private WebTestClient.RequestHeadersSpec<?> get() {
        return asAnyone().get().uri("/api/materials/{id}/content", id);
    }

    private WebTestClient.ResponseSpec range(String range) {
        return get().header(HttpHeaders.RANGE, range).exchange();
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
