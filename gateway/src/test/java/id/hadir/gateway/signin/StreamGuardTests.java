package id.hadir.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A service that tells something twenty times a second, without end. */
class StreamGuardTests extends GatewayTest {

    private static final DisposableServer SERVICE =
            HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .handle(
                            (_, response) ->
                                    response.sse()
                                            .sendString(
                                                    Flux.interval(Duration.ofMillis(50))
                                                            .map(i -> "data:" + i + "\n\n")))
                    .bindNow();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("test.attendance", () -> "http://127.0.0.1:" + SERVICE.port());
        registry.add("hadir.streams.asked-again", () -> "200ms");
    }

    @Test
    void aStreamEndsWithTheSignInThatOpenedItAndNotBefore() throws Exception {
        String token = adminToken();
        assertThat(stream(token).take(15).count().block(Duration.ofSeconds(20))).isEqualTo(15);

        var ended = stream(token).onErrorResume(_ -> Mono.empty()).count().toFuture();
        http.delete()
                .uri("/api/tokens/current")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(ended.get(10, TimeUnit.SECONDS)).isNotNegative();
    }

    private Flux<String> stream(String token) {
        return http.get()
                .uri("/api/events/abc/attendance/stream")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
    }
}
