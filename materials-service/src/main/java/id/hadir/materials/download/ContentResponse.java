package id.hadir.materials.download;

import id.hadir.kit.problem.Problem;
import id.hadir.materials.content.MediaTypes;
import id.hadir.materials.material.MaterialVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a version's bytes, or the part of them that is asked for (RFC 9110, 13 and 14): straight
 * from the file to the socket. Several ranges at once are answered with the whole, as one may.
 */
final class ContentResponse {

    /**
     * @param length in bytes
     */
    private record Part(long start, long length) {}

    private final MaterialVersion version;
    private final Path file;
    private final boolean shown;

    /**
     * @param shown to open in the browser instead of saving, where the format is harmless
     */
    ContentResponse(MaterialVersion version, Path file, boolean shown) {
        this.version = version;
        this.file = file;
        this.shown = shown && MediaTypes.mayBeShown(version.mediaType());
    }

    Mono<Void> send(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        describe(response.getHeaders());
        if (exchange.checkNotModified(etag())) {
            return response.setComplete();
        }
        Part part = partFor(exchange.getRequest(), response);
        response.getHeaders().setContentLength(part.length());
        return exchange.getRequest().getMethod() == HttpMethod.HEAD
                ? response.setComplete()
                : write(part, response);
    }

    private void describe(HttpHeaders headers) {
        headers.setContentType(MediaType.parseMediaType(MediaTypes.toSend(version.mediaType())));
        headers.set(HttpHeaders.CONTENT_DISPOSITION, disposition());
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
    }

    /** The name twice (RFC 6266): in UTF-8, and for old programs in what ASCII can say of it. */
    private String disposition() {
        return (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(version.fileName().value(), StandardCharsets.UTF_8)
                .build()
                .toString()
                .replaceAll("[^\\x20-\\x7e]", "_");
    }

    /** The one range that is asked for, else the whole. */
    private Part partFor(ServerHttpRequest request, ServerHttpResponse response) {
        List<HttpRange> ranges = ranges(request.getHeaders());
        if (ranges.size() != 1) {
            return new Part(0, version.size());
        }
        HttpRange range = ranges.getFirst();
        long start = range.getRangeStart(version.size());
        long end = range.getRangeEnd(version.size());
        HttpHeaders headers = response.getHeaders();
        if (start >= version.size() || end < start) {
            response.beforeCommit( // the framework clears such headers on an error
                    () ->
                            Mono.fromRunnable(
                                    () ->
                                            headers.set(
                                                    HttpHeaders.CONTENT_RANGE,
                                                    "bytes */" + version.size())));
            throw Problem.of(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "range-not-satisfiable");
        }
        response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
        headers.set(HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + end + "/" + version.size());
        return new Part(start, end - start + 1);
    }

    /** None for a range of other units, an unreadable one, or one of another version (If-Range). */
    private List<HttpRange> ranges(HttpHeaders headers) {
        String ifRange = headers.getFirst(HttpHeaders.IF_RANGE);
        if (ifRange != null && !ifRange.equals(etag())) {
            return List.of();
        }
        try {
            return headers.getRange();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private Mono<Void> write(Part part, ServerHttpResponse response) {
        return ((ZeroCopyHttpOutputMessage) response).writeWith(file, part.start(), part.length());
    }

    private String etag() {
        return "\"" + version.sha256() + "\"";
    }
}
