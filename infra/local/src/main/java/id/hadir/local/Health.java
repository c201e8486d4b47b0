package id.hadir.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a service says of its health. */
enum Health {
    HEALTHY("healthy"),
    CATCHING_UP("serves, and catches up with the other services"),
    BEHIND("serves, and is behind the other services"),
    NOT_HEALTHY("not healthy");

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String words;

    Health(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Asks a service on its management port. */
    static Health ask(int managementPort) {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health");
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
        try {
            return read(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException | JacksonException e) {
            return NOT_HEALTHY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_HEALTHY;
        }
    }

    private static Health read(HttpResponse<String> answer) {
        return switch (JsonMapper.shared().readTree(answer.body()).path("status").asString("")) {
            case "UP" -> HEALTHY;
            case "CATCHING_UP" -> CATCHING_UP;
            case "BEHIND" -> BEHIND;
            default -> NOT_HEALTHY;
        };
    }
}
