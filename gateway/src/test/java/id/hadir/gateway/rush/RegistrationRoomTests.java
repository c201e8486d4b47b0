package id.hadir.gateway.rush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.hadir.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** There is room for three registrations, and attendance-service holds each of them. */
class RegistrationRoomTests extends GatewayTest {

    private static final String REGISTRATIONS = "/api/events/abc/registrations";
    private static final String FORM = "/kegiatan/rakor-camat/daftar";

    private static final Semaphore ARRIVED = new Semaphore(0);
    private static volatile Sinks.Empty<Void> held = Sinks.empty();
    private static final DisposableServer SLOW =
            HttpServer.create().port(0).handle(RegistrationRoomTests::answer).bindNow();

    @Autowired private MeterRegistry meters;
    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("test.attendance", () -> "http://127.0.0.1:" + SLOW.port());
        settings.add("hadir.rush.registrations", () -> 3);
    }

    private static Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        if (!request.uri().startsWith(REGISTRATIONS) && !request.uri().startsWith(FORM)) {
            return response.sendString(Mono.just("{}")).then();
        }
        ARRIVED.release();
        return request.receive()
                .then(held.asMono())
                .then(
                        request.uri().endsWith("?putus")
                                ? response.withConnection(it -> it.channel().close()).then()
                                : response.status(201).send());
    }

    @BeforeEach
    void hold() {
        held = Sinks.empty();
        ARRIVED.drainPermits();
    }

    @AfterEach
    void release() {
        held.tryEmitEmpty();
        await().until(() -> inside() == 0);
        client.close();
    }

    @AfterAll
    static void stop() {
        SLOW.disposeNow();
    }

    @Test
    void whatDoesNotFitIsSentBackAtOnce() throws InterruptedException {
        fill(REGISTRATIONS);
        double before = refused();

        register("en")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueMatches("Retry-After", "[1-5]")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("overloaded")
                .jsonPath("$.status")
                .isEqualTo(503)
                .jsonPath("$.title")
                .isEqualTo("Very busy");
        register("id").expectBody().jsonPath("$.title").isEqualTo("Sedang ramai");

        assertThat(refused()).isEqualTo(before + 2);
        assertThat(ARRIVED.availablePermits()).isZero();
    }

    @Test
    void thoseInsideAreAnsweredAndTheNextFindsRoom() throws InterruptedException {
        List<CompletableFuture<HttpResponse<Void>>> inside = fill(REGISTRATIONS);
        register("id").expectStatus().isEqualTo(503);

        held.tryEmitEmpty();

        assertThat(inside).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(201));
        await().until(() -> inside() == 0);
        register("id").expectStatus().isCreated();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/events/abc/check-ins",
        "POST, /api/events/abc/walk-ins",
        "GET, /tiket/ABCDEFGHJKMN",
        "GET, /api/events/abc/availability",
        "GET, /api/registrations/ABCDEFGHJKMN",
    })
    void everythingElseHasItsOwnRoom(String method, String path) throws InterruptedException {
        fill(REGISTRATIONS);

        http.method(HttpMethod.valueOf(method)).uri(path).exchange().expectStatus().isOk();
    }

    @Test
    void readingTheFormNeedsNoRoom() throws InterruptedException {
        fill(FORM);
        CompletableFuture<HttpResponse<Void>> reader =
                client.sendAsync(request(FORM).GET().build(), BodyHandlers.discarding());
        arrived(1);

        held.tryEmitEmpty();

        assertThat(reader.join().statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {REGISTRATIONS, REGISTRATIONS + "?putus"})
    void endOrFailureGivesThePlaceBack(String path) throws InterruptedException {
        List<CompletableFuture<HttpResponse<Void>>> inside = fill(path);

        held.tryEmitEmpty();

        inside.forEach(CompletableFuture::join);
        await().until(() -> inside() == 0);
    }

    @Test
    void whoeverGivesUpGivesThePlaceBack() throws IOException, InterruptedException {
        String head = "POST " + REGISTRATIONS + " HTTP/1.1\r\nHost: hadir\r\nContent-Length: 0\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            arrived(1);
            assertThat(inside()).isEqualTo(1);
        }

        await().until(() -> inside() == 0);
    }

    @Test
    void personKeepsWhatWasTyped() throws InterruptedException {
        fill(FORM);

        FluxExchangeResult<String> answer =
                submit(
                        "same-origin",
                        "attendee.name=Siti%20%22Ayu%22%20%3Cb%3E&key=k-1&_attempt=2");
        String page = String.join("", answer.getResponseBody().collectList().block());

        assertThat(answer.getStatus().value()).isEqualTo(503);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).matches("[1-5]");
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("form-action 'self'");
        assertThat(page)
                .contains("Sedang ramai")
                .contains("<form method=\"post\" action=\"" + FORM + "\"")
                .contains("name=\"attendee.name\" value=\"Siti &#34;Ayu&#34; &lt;b>\"")
                .contains("name=\"key\" value=\"k-1\"")
                .containsOnlyOnce("name=\"_attempt\"")
                .contains("name=\"_attempt\" value=\"3\"")
                .containsPattern("data-again=\"[0-9]+\"")
                .containsPattern("/aset/gateway/again-[0-9a-f]{10}\\.js");
    }

    @Test
    void whatAnotherSiteSentIsNotSentAgainFromHere() throws InterruptedException {
        fill(FORM);

        String page =
                String.join(
                        "",
                        submit("cross-site", "key=k-1").getResponseBody().collectList().block());

        assertThat(page).contains("Sedang ramai").doesNotContain("k-1").doesNotContain("<form");
    }

    private FluxExchangeResult<String> submit(String site, String form) {
        return http.post()
                .uri(FORM)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .header("Sec-Fetch-Site", site)
                .body(BodyInserters.fromValue(form))
                .exchange()
                .returnResult(String.class);
    }

    private ResponseSpec register(String language) {
        return http.post()
                .uri(REGISTRATIONS)
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange();
    }

    /** Three who register, once they have come to the service. */
    private List<CompletableFuture<HttpResponse<Void>>> fill(String path)
            throws InterruptedException {
        List<CompletableFuture<HttpResponse<Void>>> sent =
                Stream.generate(
                                () ->
                                        client.sendAsync(
                                                request(path)
                                                        .POST(BodyPublishers.ofString("{}"))
                                                        .build(),
                                                BodyHandlers.discarding()))
                        .limit(3)
                        .toList();
        arrived(3);
        return sent;
    }

    private static void arrived(int requests) throws InterruptedException {
        assertThat(ARRIVED.tryAcquire(requests, 10, TimeUnit.SECONDS)).isTrue();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private double inside() {
        return meters.get("hadir.gateway.registrations").gauge().value();
    }

    private double refused() {
        return meters.get("hadir.gateway.refused")
                .tag("reason", "registrations-full")
                .counter()
                .count();
    }
}
