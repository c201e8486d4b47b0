package id.hadir.local.api;

import id.hadir.local.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hadir's public API as one account calls it, or as anybody does. */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_WAITS = 10;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final String url;
    private final @Nullable String token;

    private Api(HttpClient http, String url, @Nullable String token) {
        this.http = http;
        this.url = url;
        this.token = token;
    }

    public static Api asAnyone(String url) {
        return new Api(HTTP, url, null);
    }

    /** Of a gateway with that certificate. */
    public static Api asAnyone(String url, X509Certificate certificate) {
        return new Api(Pinned.client(certificate), url, null);
    }

    public String url() {
        return url;
    }

    public Api signIn(String username, String password) {
        Answer answer = post("/api/tokens", Map.of("username", username, "password", password));
        if (answer.status() != 200) {
            throw new Trouble(
                    "cannot sign in as " + username + " (" + answer.status() + ")",
                    "was its password changed? For admin, set HADIR_ADMIN_PASSWORD");
        }
        return new Api(http, url, answer.json().path("token").asString());
    }

    /** An answer of the API, whatever its status. */
    public record Answer(String call, int status, JsonNode json) {

        public JsonNode orFail() {
            if (status / 100 != 2) {
                throw new Trouble(call + " got " + status + " " + json, "see infra/var/log");
            }
            return json;
        }

        public boolean isRefusedWith(String code) {
            return status / 100 == 4 && json.path("code").asString("").equals(code);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET(), "GET " + path);
    }

    /** All pages of a list. */
    public List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String separator = path.contains("?") ? "&" : "?";
            JsonNode page = get(path + separator + "limit=200" + cursor).orFail();
            page.path("items").forEach(items::add);
            JsonNode next = page.path("next");
            cursor = next.isString() ? "&cursor=" + encode(next.asString()) : "";
        } while (!cursor.isEmpty());
        return items;
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        return send(request, "POST " + path);
    }

    public Answer postCsv(String path, String csv) {
        return send(
                request(path)
                        .header("Content-Type", "text/csv; charset=utf-8")
                        .POST(BodyPublishers.ofString(csv)),
                "POST " + path);
    }

    public Answer upload(String path, Map<String, String> fields, String fileName, byte[] content) {
        String boundary = "hadir-demo-" + Integer.toHexString(fields.hashCode());
        StringBuilder head = new StringBuilder();
        fields.forEach(
                (name, value) ->
                        head.append("--%s\r\n".formatted(boundary))
                                .append(
                                        "Content-Disposition: form-data; name=\"%s\"\r\n"
                                                .formatted(name))
                                .append("Content-Type: text/plain; charset=utf-8\r\n\r\n")
                                .append(value)
                                .append("\r\n"));
        head.append("--%s\r\n".formatted(boundary))
                .append(
                        "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                                .formatted(fileName))
                .append("Content-Type: application/pdf\r\n\r\n");
        List<byte[]> parts =
                List.of(
                        head.toString().getBytes(StandardCharsets.UTF_8),
                        content,
                        "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArrays(parts)),
                "POST " + path);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(TIMEOUT)
                        .header("Accept", "application/json, application/problem+json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Asks again as long as the answer is that nothing was done yet: {@code overloaded}. */
    private Answer send(HttpRequest.Builder request, String call) {
        try {
            HttpResponse<String> response = exchange(request);
            for (int wait = 1; isOverloaded(response) && wait <= MOST_WAITS; wait++) {
                Thread.sleep(secondsToWait(response).toMillis());
                response = exchange(request);
            }
            return new Answer(call, response.statusCode(), read(response));
        } catch (IOException e) {
            throw new Trouble(call + " failed (" + e.getMessage() + ")", "is Hadir running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", "infra/up --demo goes on where it was", e);
        }
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static boolean isOverloaded(HttpResponse<String> response) {
        return response.statusCode() == 503
                && read(response).path("code").asString("").equals("overloaded");
    }

    private static Duration secondsToWait(HttpResponse<String> response) {
        long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
        return Duration.ofSeconds(Math.clamp(seconds, 0, 30));
    }

    private static JsonNode read(HttpResponse<String> response) {
        return JSON.readTree(response.body().isBlank() ? "{}" : response.body());
    }
}
