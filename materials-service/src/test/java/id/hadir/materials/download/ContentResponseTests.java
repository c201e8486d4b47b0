package id.hadir.materials.download;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.Problem;
import id.hadir.materials.content.FileName;
import id.hadir.materials.material.MaterialVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** What is answered to a Range header; the bytes themselves are tried over HTTP. */
class ContentResponseTests {

    private static final int SIZE = 1000;
    private static final Pattern PART = Pattern.compile("bytes ([0-9]+)-([0-9]+)/1000");

    @Property
    void anyRangeIsAPartOfTheFileTheWholeOrRefused(@ForAll("ranges") String range) {
        MockServerWebExchange exchange = exchange(range);
        try {
            send(exchange);
        } catch (Problem refused) {
            assertThat(refused.code()).isEqualTo("range-not-satisfiable");
            return;
        }
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (exchange.getResponse().getStatusCode() == HttpStatus.PARTIAL_CONTENT) {
            Matcher part = PART.matcher(headers.getFirst(HttpHeaders.CONTENT_RANGE));
            assertThat(part.matches()).isTrue();
            long start = Long.parseLong(part.group(1));
            long end = Long.parseLong(part.group(2));
            assertThat(start).isLessThanOrEqualTo(end);
            assertThat(end).isLessThan(SIZE);
            assertThat(headers.getContentLength()).isEqualTo(end - start + 1);
        } else {
            assertThat(headers.getContentLength()).isEqualTo(SIZE);
            assertThat(headers.containsHeader(HttpHeaders.CONTENT_RANGE)).isFalse();
        }
    }

    @Property
    void aRangeWithinTheFileIsThatPart(
            @ForAll @IntRange(max = SIZE - 1) int start, @ForAll @IntRange(max = 5000) int more) {
        MockServerWebExchange exchange = exchange("bytes=" + start + "-" + (start + more));
        send(exchange);
        assertThat(exchange.getResponse().getHeaders().getFirst(HttpHeaders.CONTENT_RANGE))
                .isEqualTo("bytes %d-%d/1000".formatted(start, Math.min(start + more, SIZE - 1)));
    }

    private static void send(MockServerWebExchange exchange) {
        MaterialVersion version =
                new MaterialVersion(
                        1, FileName.of("paparan.pdf"), "application/pdf", SIZE, "0", Instant.EPOCH);
        new ContentResponse(version, Path.of("unread"), false).send(exchange).block();
    }

    private static MockServerWebExchange exchange(String range) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.head("/").header(HttpHeaders.RANGE, range));
    }

    @Provide
    static Arbitrary<String> ranges() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.of(
                                "bytes",
                                "=",
                                "-",
                                ",",
                                " ",
                                "0",
                                "5",
                                "999",
                                "1000",
                                "99999999999999999999",
                                "x")
                        .list()
                        .ofMaxSize(8)
                        .map(parts -> "bytes=" + String.join("", parts)));
    }
}
