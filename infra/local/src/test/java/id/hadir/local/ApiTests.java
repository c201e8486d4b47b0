package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.hadir.local.api.Api;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTests {

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/busy", exchange -> refuse(exchange, "overloaded"));
        server.createContext("/down", exchange -> refuse(exchange, "unavailable"));
        server.start();
        api = Api.asAnyone("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Twice there is no room; whatever the reason, the third call gets through. */
    private void refuse(HttpExchange exchange, String code) throws IOException {
        boolean refused = calls.incrementAndGet() <= 2;
        byte[] body = "{\"code\":\"%s\"}".formatted(code).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.sendResponseHeaders(refused ? 503 : 201, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void waitsUntilThereIsRoom() {
        assertThat(api.post("/busy", Map.of()).status()).isEqualTo(201);
        assertThat(calls).hasValue(3);
    }

    /** It may have been done all the same. */
    @Test
    void doesNotRepeatWhatFailedOnItsWay() {
        assertThat(api.post("/down", Map.of()).status()).isEqualTo(503);
        assertThat(calls).hasValue(1);
    }
}
