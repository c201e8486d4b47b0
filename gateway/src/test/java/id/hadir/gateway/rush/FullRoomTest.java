package id.hadir.gateway.rush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.hadir.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** There is room for three registrations, and attendance-service holds each of them. */
abstract class FullRoomTest extends GatewayTest {

    static final String REGISTRATIONS = "/api/events/abc/registrations";
    static final String FORM = "/kegiatan/rakor-camat/daftar";

    static final Semaphore ARRIVED = new Semaphore(0);
    static volatile Sinks.Empty<Void> held = Sinks.empty();
    private static final DisposableServer SLOW =
            HttpServer.create().port(0).handle(FullRoomTest::answer).bindNow();

    @Autowired MeterRegistry meters;
    final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("test.attendance", () -> "http://127.0.0.1:" + SLOW.port());
        settings.add("hadir.rush.registrations", () -> 3);
        settings.add("hadir.rush.body", () -> "2s");
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

    /** Three who register, once they have come to the service. */
    List<CompletableFuture<HttpResponse<Void>>> fill(String path) throws InterruptedException {
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

    static void arrived(int requests) throws InterruptedException {
        assertThat(ARRIVED.tryAcquire(requests, 10, TimeUnit.SECONDS)).isTrue();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    double inside() {
        return meters.get("hadir.gateway.registrations").gauge().value();
    }
}
