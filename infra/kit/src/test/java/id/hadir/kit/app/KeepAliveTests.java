package id.hadir.kit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What the gateway relies on when it keeps its connections to the services open. */
class KeepAliveTests {

    /**
     * The second request arrives before the first is answered and needs no waiting itself (decision
     * 14).
     */
    @Test
    void aConnectionGoesOnAfterARequestThatWasQueuedAndAnsweredAtOnce() throws IOException {
        DisposableServer server =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .handle(
                                (request, response) ->
                                        response.sendString(
                                                request.uri().equals("/slow")
                                                        ? Mono.delay(Duration.ofMillis(50))
                                                                .thenReturn("ok")
                                                        : Mono.just("ok")))
                        .bindNow();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            BufferedReader answers =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            send(socket, get("/slow") + get("/quick"));
            assertThat(nextStatus(answers)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(nextStatus(answers)).isEqualTo("HTTP/1.1 200 OK");
            send(socket, get("/quick"));
            assertThat(nextStatus(answers)).isEqualTo("HTTP/1.1 200 OK");
        } finally {
            server.disposeNow();
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    /** Passes over the headers and the body of the answer before. */
    private static String nextStatus(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        while (!line.contains("HTTP/1.1")) {
            line = answers.readLine();
        }
        return line.substring(line.indexOf("HTTP/1.1"));
    }
}
