package id.hadir.gateway.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Stands in for a service that says what may be shared: each path answers as a test has it. */
final class Publisher {

    /** What one path does; the number counts its requests from 1. */
    interface Script extends BiFunction<HttpServerRequest, Integer, Reply> {}

    record Reply(int status, Map<String, String> headers, String body, Mono<Void> when) {

        static Reply of(String cacheControl, String body) {
            return new Reply(200, Map.of("Cache-Control", cacheControl), body, Mono.empty());
        }

        Reply with(String header, String value) {
            Map<String, String> more = new ConcurrentHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body, when);
        }

        Reply status(int other) {
            return new Reply(other, headers, body, when);
        }

        Reply after(Sinks.Empty<Void> gate) {
            return new Reply(status, headers, body, gate.asMono());
        }
    }

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void at(String path, Script script) {
        scripts.put(path, script);
    }

    int asked(String path) {
        return asked.getOrDefault(path, new AtomicInteger()).get();
    }

    void stop() {
        server.disposeNow();
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String path = request.fullPath();
        int number = asked.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        Script script = scripts.getOrDefault(path, (_, _) -> Reply.of("no-store", "{}"));
        Reply reply = script.apply(request, number);
        reply.headers().forEach(response::header);
        return request.receive()
                .then(reply.when())
                .then(response.status(reply.status()).sendString(Mono.just(reply.body())).then());
    }
}
