package id.hadir.gateway.rush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Whom the gateway sends back, and whom it never does. */
class RegistrationRoomTests extends FullRoomTest {

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

    @ParameterizedTest
    @ValueSource(strings = {REGISTRATIONS, FORM})
    void whoeverSendsNoBodyKeepsThePlaceForAShortTimeOnly(String path) throws IOException {
        try (Socket one = stalled(path);
                Socket another = stalled(path);
                Socket third = stalled(path)) {
            await().until(() -> inside() == 3);
            register("id").expectStatus().isEqualTo(503);

            await().until(() -> inside() == 0);

            for (Socket socket : List.of(one, another, third)) {
                byte[] answer = socket.getInputStream().readNBytes(12);
                assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
            }
        }
    }

    /** One byte of ten. */
    private Socket stalled(String path) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        String head = "POST " + path + " HTTP/1.1\r\nHost: hadir\r\nContent-Length: 10\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private ResponseSpec register(String language) {
        return http.post()
                .uri(REGISTRATIONS)
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange();
    }

    private double refused() {
        return meters.get("hadir.gateway.refused")
                .tag("reason", "registrations-full")
                .counter()
                .count();
    }
}
