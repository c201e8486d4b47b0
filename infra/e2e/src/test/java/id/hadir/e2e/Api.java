package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON API, for what a test needs before its browser opens, and to see what is stored. */
final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable String token;

    private Api(@Nullable String token) {
        this.token = token;
    }

    static Api asAnyone() {
        return new Api(null);
    }

    static Api as(String username, String password) {
        JsonNode issued =
                asAnyone()
                        .post("/api/tokens", Map.of("username", username, "password", password))
                        .expect(200);
        return new Api(issued.path("token").asString());
    }

    static Api asAdmin() {
        return as("admin", RunningSystem.get().adminPassword());
    }

    record Answer(String call, int status, String body) {

        JsonNode expect(int expected) {
            assertThat(status).as(call + " answered " + body).isEqualTo(expected);
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        }
    }

    Answer get(String path) {
        return send(request(path).GET(), "GET " + path);
    }

    Answer post(String path, Object body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
                "POST " + path);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningSystem.get().url() + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept", "application/json, application/problem+json, text/csv");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request, String call) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(call, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
