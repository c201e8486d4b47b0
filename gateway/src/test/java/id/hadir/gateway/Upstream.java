package id.hadir.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Stands in for a service: tells what it received. */
public final class Upstream {

    /**
     * @param headers names in lower case
     */
    public record Received(String method, String path, Map<String, String> headers) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String bearer() {
            return header("authorization").replaceFirst("^Bearer ", "");
        }
    }

    private static final String AGENCY =
            """
            {"id":"agency-1","name":"Bawaslu Kabupaten Pati","kind":"bawaslu"}
            """;

    private final String name;
    private final DisposableServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicLong bodyBytes = new AtomicLong();
    private volatile String health = "UP";

    public Upstream(String name) {
        this.name = name;
        this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public Received last() {
        return received.getLast();
    }

    public int count() {
        return received.size();
    }

    public long bodyBytes() {
        return bodyBytes.get();
    }

    public void health(String status) {
        health = status;
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        Map<String, String> headers =
                request.requestHeaders().entries().stream()
                        .collect(
                                Collectors.toMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        Map.Entry::getValue,
                                        (first, second) -> first + ", " + second));
        received.add(new Received(request.method().name(), request.uri(), headers));
        return request.receive()
                .doOnNext(buffer -> bodyBytes.addAndGet(buffer.readableBytes()))
                .then(
                        response.header("Content-Type", "application/json")
                                .sendString(Mono.just(body(request.uri())))
                                .then());
    }

    private String body(String uri) {
        if (uri.equals("/api/agencies/agency-1")) {
            return AGENCY;
        }
        if (uri.startsWith("/api/agencies?")) {
            return "{\"items\":[" + AGENCY + "],\"next\":null}";
        }
        return uri.startsWith("/actuator/health")
                ? "{\"status\":\"" + health + "\"}"
                : "{\"service\":\"" + name + "\"}";
    }
}
