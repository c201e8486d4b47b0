package id.hadir.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** events-service is down, attendance-service never answers, materials-service hangs up. */
class OutageTests extends GatewayTest {

    private static final DisposableServer SILENT =
            HttpServer.create()
                    .port(0)
                    .handle(
                            (request, response) ->
                                    request.uri().endsWith("/stream")
                                            ? response.sse()
                                                    .sendString(
                                                            Flux.interval(Duration.ofMillis(400))
                                                                    .map(i -> "data: " + i + "\n\n")
                                                                    .take(4))
                                            : Mono.never())
                    .bindNow();
    private static final DisposableServer RUDE =
            HttpServer.create()
                    .port(0)
                    .handle(
                            (request, response) ->
                                    response.withConnection(
                                            connection -> connection.channel().close()))
                    .bindNow();

    @DynamicPropertySource
    static void broken(DynamicPropertyRegistry settings) {
        settings.add("test.events", () -> "http://127.0.0.1:" + closedPort());
        settings.add("test.attendance", () -> "http://127.0.0.1:" + SILENT.port());
        settings.add("test.materials", () -> "http://127.0.0.1:" + RUDE.port());
        settings.add(
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout", () -> "600ms");
    }

    @Autowired private MeterRegistry meters;

    private static int closedPort() {
        DisposableServer server = HttpServer.create().port(0).bindNow();
        server.disposeNow();
        return server.port();
    }

    @AfterAll
    static void stop() {
        SILENT.disposeNow();
        RUDE.disposeNow();
    }

    @Test
    void serviceThatIsDownIsUnavailable() {
        http.get()
                .uri("/api/events")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .value(
                        body ->
                                assertThat(body)
                                        .contains("\"code\":\"unavailable\"")
                                        .contains("cannot be reached")
                                        .doesNotContain("Exception")
                                        .doesNotContain("127.0.0.1"));
    }

    @Test
    void outageIsCountedForTheRoute() {
        http.get().uri("/api/events").exchange().expectStatus().is5xxServerError();

        assertThat(
                        meters.get("hadir.gateway.requests")
                                .tags("route", "events", "status", "503")
                                .timer()
                                .count())
                .isPositive();
    }

    @Test
    void personSeesAPage() {
        http.get()
                .uri("/")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Layanan sedang tidak tersedia"));
    }

    @Test
    void serviceThatHangsUpIsUnavailable() {
        http.get()
                .uri("/api/materials/abc/content")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void serviceThatNeverAnswersIsTimedOut() {
        http.get()
                .uri("/api/reports/attendance")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.GATEWAY_TIMEOUT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("timed-out");
    }

    @Test
    void streamOutlivesTheTimeout() {
        http.get()
                .uri("/api/events/abc/attendance/stream")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("data: 3"));
    }

    @Test
    void accountIsMadeWithoutTheNameOfItsAgency() {
        String username = accountWithRole("desk");
        http.get()
                .uri("/api/account")
                .headers(headers -> headers.setBearerAuth(tokenOf(username, PASSWORD)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.agency.id")
                .isEqualTo("agency-1")
                .jsonPath("$.agency.name")
                .isEmpty();
    }
}
