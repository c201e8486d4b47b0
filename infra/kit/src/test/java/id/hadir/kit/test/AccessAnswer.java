package id.hadir.kit.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import reactor.core.publisher.Flux;

/**
 * What a call of the matrix came to.
 *
 * @param body as text; of a workbook that of its parts, of a stream its first event
 * @param unprotected the headers that protect a browser and are missing
 */
record AccessAnswer(int status, String location, String body, List<String> unprotected) {

    static AccessAnswer of(FluxExchangeResult<byte[]> result, Duration patience) {
        HttpHeaders headers = result.getResponseHeaders();
        return new AccessAnswer(
                result.getStatus().value(),
                String.valueOf(headers.getFirst(HttpHeaders.LOCATION)),
                text(headers.getContentType(), result.getResponseBody(), patience),
                ProtectiveHeaders.missing(headers));
    }

    boolean isDenial() {
        return status == 401
                || status == 403
                || status == 404
                || (status == 303 && location.startsWith("/masuk?ke="));
    }

    /** A stream goes on for ever, and its first event says all. */
    private static String text(@Nullable MediaType type, Flux<byte[]> body, Duration patience) {
        if (MediaType.TEXT_EVENT_STREAM.isCompatibleWith(type)) {
            return String.valueOf(
                    body.map(part -> new String(part, StandardCharsets.UTF_8))
                            .scan("", String::concat)
                            .filter(event -> event.endsWith("\n\n"))
                            .blockFirst(patience));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        body.doOnNext(whole::writeBytes).blockLast(patience);
        byte[] bytes = whole.toByteArray();
        boolean isZip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        return isZip ? unzipped(bytes) : whole.toString(StandardCharsets.UTF_8);
    }

    private static String unzipped(byte[] workbook) {
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.write(Files.createTempFile("matrix", ".xlsx"), workbook);
            try (var zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    text.append(
                            new String(
                                    zip.getInputStream(part).readAllBytes(),
                                    StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }
}
