package id.hadir.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import id.hadir.kit.test.ProtectiveHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

@TestPropertySource(properties = "hadir.materials.max-size=3MB")
class EdgeTests extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/api/events, events",
        "/api/events/abc, events",
        "/api/events/abc/invitations, events",
        "/api/events/abc/calendar.ics, events",
        "/api/units, events",
        "/api/events/abc/registrations, attendance",
        "/api/events/abc/registrations/import, attendance",
        "/api/events/abc/check-ins/batch, attendance",
        "/api/events/abc/walk-ins, attendance",
        "/api/events/abc/excuses, attendance",
        "/api/events/abc/answers, attendance",
        "/api/events/abc/attendance, attendance",
        "/api/events/abc/attendance/units, attendance",
        "/api/events/abc/attendance/stream, attendance",
        "/api/events/abc/availability, attendance",
        "/api/registrations/ABCD, attendance",
        "/api/reports/attendance, attendance",
        "/api/ticket-keys, attendance",
        "/api/events/x/tickets/resend, attendance",
        "/api/events/abc/materials, materials",
        "/api/materials/abc/content, materials",
        "/, events",
        "/kegiatan/abc, events",
        "/panitia/abc, events",
        "/kalender, events",
        "/privasi, events",
        "/undangan, events",
        "/panitia/abc/undang, events",
        "/kegiatan/abc/daftar, attendance",
        "/kegiatan/abc/jawab, attendance",
        "/panitia/abc/jawaban, attendance",
        "/tiket/ABCD-EFGH-JKMN, attendance",
        "/presensi/abc, attendance",
        "/laporan, attendance",
        "/api/people/search, attendance",
        "/api/retention/runs, attendance",
        "/admin/privasi, attendance",
        "/panitia/abc/peserta, attendance",
        "/materi/abc, materials",
        "/aset/materials/upload-1234.js, materials",
    })
    void pathDecidesTheService(String path, String service) {
        http.get()
                .uri(URI.create("http://127.0.0.1:" + port + path + "?q=a%20b"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.service")
                .isEqualTo(service);
        var received =
                switch (service) {
                    case "events" -> EVENTS.last();
                    case "attendance" -> ATTENDANCE.last();
                    default -> MATERIALS.last();
                };
        assertThat(received.path()).isEqualTo(path + "?q=a%20b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/events",
                "/actuator/health",
                "/actuator/jwks",
                "/actuator/gateway/routes",
                "/.git/config"
            })
    void whatHasNoRouteDoesNotExist(String path) {
        int before = EVENTS.count() + ATTENDANCE.count() + MATERIALS.count();
        http.get().uri(path).exchange().expectStatus().isNotFound();
        assertThat(EVENTS.count() + ATTENDANCE.count() + MATERIALS.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/..%2f..%2ffeeds/events",
                "/api/../feeds/events",
                "/api/%2e%2e/feeds/events",
                "/api//feeds",
                "/api/..;/actuator/health",
            })
    void pathsThatClimbNeverArrive(String path) throws IOException {
        int before = EVENTS.count();
        String answer =
                raw("GET " + path + " HTTP/1.1\r\nHost: hadir\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|404).*");
        assertThat(EVENTS.count()).isEqualTo(before);
    }

    @Test
    void announcedEightGigabytesAreRefusedAtOnce() throws IOException {
        Instant start = Instant.now();
        String answer =
                raw(
                        "POST /api/events/abc/materials HTTP/1.1\r\nHost: hadir\r\n"
                                + "Content-Type: multipart/form-data; boundary=x\r\n"
                                + "Content-Length: 8589934592\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
        assertThat(answer).contains("connection: close");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    /** Many clients read the answer only when they have sent all: it must still be there then. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 80000000", "Transfer-Encoding: chunked"})
    void whoeverSendsAllBeforeReadingFindsTheRefusal(String length) throws IOException {
        String head =
                "POST /api/events/abc/materials HTTP/1.1\r\nHost: hadir\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\n";
        boolean chunked = length.startsWith("T");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 800; i++) {
                out.write(chunked ? chunk(new byte[100_000]) : new byte[100_000]);
            }
            out.write(chunked ? chunk(new byte[0]) : new byte[0]);
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    private static byte[] chunk(byte[] bytes) {
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes(
                (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.writeBytes(bytes);
        chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunk.toByteArray();
    }

    @Test
    void chunkedBodyIsCutAtTheByteThatIsTooMany() {
        long before = EVENTS.bodyBytes();
        sendChunked("/api/events", 40)
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-large");
        assertThat(EVENTS.bodyBytes() - before).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void gatewaysOwnEndpointsCutTooLargeBodiesToo() {
        sendChunked("/api/tokens", 40).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        http.post()
                .uri("/api/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("\"" + "x".repeat(2 << 20) + "\"")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void uploadsMayBeLargerUpToTheirOwnLimit() {
        long before = MATERIALS.bodyBytes();
        sendChunked("/api/events/abc/materials", 40).expectStatus().isOk();
        assertThat(MATERIALS.bodyBytes() - before).isEqualTo(40 * 65_536);

        sendChunked("/api/events/abc/materials", 60)
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        sendChunked("/api/units/import", 60).expectStatus().isOk();
    }

    @Test
    void everyAnswerHasTheProtectiveHeaders() {
        for (String path :
                List.of(
                        "/api/events",
                        "/masuk",
                        "/akun",
                        "/feeds/events",
                        "/health",
                        "/bahasa?ke=en",
                        "/there-is-none",
                        "/api/openapi.json")) {
            HttpHeaders headers =
                    http.get()
                            .uri(path)
                            .exchange()
                            .expectBody()
                            .returnResult()
                            .getResponseHeaders();
            assertThat(ProtectiveHeaders.missing(headers)).as(path).isEmpty();
        }
    }

    @Test
    void whatIsNoDocumentIsGuardedAsWell() {
        String page =
                String.valueOf(
                        http.get()
                                .uri("/masuk")
                                .exchange()
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody());
        http.get()
                .uri(page.replaceFirst("(?s).*(/aset/kit/hadir-[^\"]*\\.css).*", "$1"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Cross-Origin-Resource-Policy", "same-origin");
    }

    @Test
    void proxyOnThisMachineMaySayThatTheClientUsesTls() {
        http.get()
                .uri("/api/events")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "hadir.patikab.go.id")
                .header("X-Forwarded-For", "203.0.113.7")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("Strict-Transport-Security")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy).endsWith("upgrade-insecure-requests"));
        assertThat(EVENTS.last().header("x-forwarded-proto")).isEqualTo("https");
        assertThat(EVENTS.last().header("x-forwarded-host")).startsWith("hadir.patikab.go.id");
        assertThat(EVENTS.last().header("x-forwarded-for")).isEqualTo("203.0.113.7");
    }

    private WebTestClient.ResponseSpec sendChunked(String path, int chunksOf64k) {
        byte[] chunk = new byte[65_536];
        Arrays.fill(chunk, (byte) ' ');
        Flux<DataBuffer> body =
                Flux.range(0, chunksOf64k)
                        .map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(chunk));
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromDataBuffers(body))
                .exchange();
    }

    /** Sends bytes as they are: HTTP clients tidy paths up. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
