package id.hadir.materials.download;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.ProtectiveHeaders;
import id.hadir.materials.MaterialsTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What looks like a paper and is a page or a script, or both. */
class HostileContentTests extends MaterialsTest {

    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    private static final String PAGE = "<html><script>alert(1)</script></html>";

    /** Opened in a browser it is shown by what never runs what it brings, or it is saved. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                PAGE + " ~ surat.pdf ~ application/octet-stream ~ attachment",
                PAGE + " ~ notula.docx ~ application/octet-stream ~ attachment",
                PAGE + " ~ foto.png ~ application/octet-stream ~ attachment",
                "\ufeff" + PAGE + " ~ foto.jpg ~ application/octet-stream ~ attachment",
                "<!-- a --><script>alert(1)</script> ~ a.gif ~ application/octet-stream ~"
                        + " attachment",
                SVG + " ~ foto.png ~ application/octet-stream ~ attachment",
                SVG + " ~ surat.pdf ~ application/octet-stream ~ attachment",
                "<?xml version='1.0'?>" + SVG + " ~ a.pdf ~ application/octet-stream ~ attachment",
                "alert(1) ~ surat.pdf ~ text/plain ~ attachment",
                "alert(1) ~ skrip.js ~ application/octet-stream ~ attachment",
                PAGE + "%PDF-1.7 ~ surat.pdf ~ application/octet-stream ~ attachment",
                "%PDF-1.7 " + PAGE + " ~ surat.html ~ application/pdf ~ inline",
                "%PDF-1.7 " + PAGE + " ~ surat.svg ~ application/pdf ~ inline",
                "GIF89a/*" + PAGE + "*/=1;alert(1) ~ foto.js ~ image/gif ~ inline",
                "PK\u0003\u0004" + PAGE + " ~ arsip.html ~ application/zip ~ attachment"
            })
    void isSentAsWhatItsBytesAre(String bytes, String name, String type, String disposition) {
        byte[] sent = bytes.getBytes(StandardCharsets.UTF_8);
        String id = material(publishedEvent(), sent, name, "public");

        HttpHeaders headers =
                asAnyone()
                        .get()
                        .uri("/api/materials/{id}/content?inline=true", id)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .isEqualTo(sent)
                        .returnResult()
                        .getResponseHeaders();

        assertThat(String.valueOf(headers.getContentType())).startsWith(type);
        ContentDisposition told = headers.getContentDisposition();
        assertThat(told.getType()).isEqualTo(disposition);
        assertThat(told.getFilename()).isEqualTo(name);
        assertThat(ProtectiveHeaders.missing(headers)).isEmpty();
    }
}
