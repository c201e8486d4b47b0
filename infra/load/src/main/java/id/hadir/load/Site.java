package id.hadir.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prepares what is measured, through the public API as its admin. */
final class Site {

    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String token;

    Site(String url, String adminPassword) {
        this.url = url;
        this.token =
                post("/api/tokens", Map.of("username", "admin", "password", adminPassword), null)
                        .path("token")
                        .stringValue();
    }

    /**
     * Somebody who plans events.
     *
     * @param token a bearer token
     * @param agency of the region 33.18
     */
    record Organiser(String token, String agency) {}

    Organiser organiser() {
        String agency = agency();
        String password = "uji-" + UUID.randomUUID();
        String username = "uji-" + UUID.randomUUID();
        post(
                "/api/accounts",
                Map.of(
                        "username",
                        username,
                        "password",
                        password,
                        "name",
                        "Uji Beban",
                        "role",
                        "organiser",
                        "agencyId",
                        agency),
                token);
        JsonNode signedIn =
                post("/api/tokens", Map.of("username", username, "password", password), null);
        return new Organiser(signedIn.path("token").stringValue(), agency);
    }

    /** Events that everybody may register for and that never fill; their ids, once known to all. */
    List<String> openEvents(int count) {
        String agency = agency();
        List<String> events =
                IntStream.range(0, count).mapToObj(number -> openEvent(agency, number)).toList();
        awaitAvailability(events);
        return events;
    }

    private String agency() {
        return post(
                        "/api/agencies",
                        Map.of(
                                "name",
                                "Uji Beban " + OffsetDateTime.now(ZoneOffset.UTC),
                                "kind",
                                "kpu",
                                "regionCode",
                                "33.18"),
                        token)
                .path("id")
                .stringValue();
    }

    private String openEvent(String agency, int number) {
        OffsetDateTime start = OffsetDateTime.now(ZoneOffset.ofHours(7)).plusDays(30).withNano(0);
        Map<String, Object> event =
                Map.of(
                        "type",
                        "rakornas",
                        "title",
                        "Uji beban " + number,
                        "agencyId",
                        agency,
                        "venue",
                        Map.of("name", "Gedung", "regionCode", "33.18"),
                        "startsAt",
                        start.toString(),
                        "endsAt",
                        start.plusHours(3).toString(),
                        "timeZone",
                        "Asia/Jakarta",
                        "capacity",
                        1_000_000,
                        "registration",
                        Map.of("mode", "open", "waitlist", true));
        String id = post("/api/events", event, token).path("id").stringValue();
        post("/api/events/" + id + "/publish", Map.of(), token);
        return id;
    }

    /** Where people come from. */
    record Office(String id, String name) {}

    List<Office> offices(int count) {
        return get("/api/units?kind=kecamatan&limit=" + count)
                .path("items")
                .valueStream()
                .map(
                        unit ->
                                new Office(
                                        unit.path("id").stringValue(),
                                        unit.path("name").stringValue()))
                .toList();
    }

    /** The name of an event in the addresses of its pages. */
    String slug(String event) {
        return get("/api/events/" + event).path("slug").stringValue();
    }

    /** Waits until attendance-service knows of the events. */
    private void awaitAvailability(List<String> events) {
        for (String event : events) {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (send(request("/api/events/" + event + "/availability").build()).statusCode()
                    != 200) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("event " + event + " did not arrive");
                }
                Thread.onSpinWait();
            }
        }
    }

    private JsonNode get(String path) {
        return read(request(path).build());
    }

    private JsonNode post(String path, Map<String, ?> body, @Nullable String bearer) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return read(request.build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    }

    private JsonNode read(HttpRequest request) {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
