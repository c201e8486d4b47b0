package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        return with(issued.path("token").asString());
    }

    static Api with(String token) {
        return new Api(token);
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
        return send("POST", path, body);
    }

    Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    Answer postCsv(String path, String csv) {
        return send(
                request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)),
                "POST " + path);
    }

    private Answer send(String method, String path, Object body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))),
                method + " " + path);
    }

    /** A multipart request; what stands in a field's value or the file's name is sent as it is. */
    Answer upload(String path, Map<String, String> fields, String fileName, byte[] content) {
        String boundary = "hadir-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        fields.forEach(
                (name, value) ->
                        head.append("--%s\r\n".formatted(boundary))
                                .append(
                                        "Content-Disposition: form-data; name=\"%s\""
                                                .formatted(name))
                                .append("\r\n\r\n%s\r\n".formatted(value)));
        head.append("--%s\r\n".formatted(boundary))
                .append("Content-Disposition: form-data; name=\"file\"; filename=\"")
                .append(fileName.replace("\"", "\\\""))
                .append("\"\r\n\r\n");
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                BodyPublishers.ofByteArrays(
                                        List.of(
                                                head.toString().getBytes(StandardCharsets.UTF_8),
                                                content,
                                                "\r\n--%s--\r\n"
                                                        .formatted(boundary)
                                                        .getBytes(StandardCharsets.UTF_8)))),
                "POST " + path);
    }

    /** Whatever is answered, byte by byte. */
    HttpResponse<byte[]> download(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningSystem.get().url() + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept", "application/json, application/problem+json, text/csv");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request, String call) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        return new Answer(call, response.statusCode(), response.body());
    }

    private static <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
