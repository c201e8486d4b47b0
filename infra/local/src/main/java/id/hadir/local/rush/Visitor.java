package id.hadir.local.rush;

import id.hadir.local.Trouble;
import id.hadir.local.api.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What people do with one event: mostly register, each of them for one office. */
final class Visitor {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final Api desk;
    private final Api anyone;
    private final String api;
    private final String slug;
    private final List<String> offices;

    /**
     * @param desk an account that may do what the desk and the reports need
     */
    Visitor(String url, Api desk, JsonNode event, List<String> offices) {
        this.url = url;
        this.desk = desk;
        this.anyone = Api.asAnyone(url);
        this.api = "/api/events/" + event.path("id").asString();
        this.slug = event.path("slug").asString();
        this.offices = offices;
    }

    /** One person's visit; the number tells whose, and what else happens. Registrations made. */
    int visit(int number) {
        try {
            if (number % 32 == 0) {
                lookAround(number);
            }
            if (number % 1000 == 0) {
                report();
            }
            boolean registered = number % 8 == 0 ? fillTheForm(number) : register(number);
            return registered ? 1 : 0;
        } catch (Trouble failed) {
            return 0;
        }
    }

    private boolean register(int number) {
        Map<String, Object> attendee = new LinkedHashMap<>();
        attendee.put("name", name(number));
        attendee.put("nip", Rush.nip(number));
        attendee.put("position", "Staf");
        attendee.put("phone", "081234567890");
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("unitId", office(number));
        request.put("attendee", attendee);
        request.put("noticeAccepted", true);
        Map<String, String> key =
                number % 2 == 0
                        ? Map.of("Idempotency-Key", UUID.randomUUID().toString())
                        : Map.of();
        Api.Answer answer = anyone.post(api + "/registrations", request, key);
        if (answer.status() == 201 && number % 20 == 1) {
            checkIn(answer.json().path("ticket").path("code").asString());
        }
        return answer.status() == 201;
    }

    private boolean fillTheForm(int number) {
        String page = "/kegiatan/" + slug + "/daftar";
        get("/kegiatan/" + slug);
        get(page);
        get(page + "/kantor?office=" + Api.encode("kec"));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", UUID.randomUUID().toString());
        fields.put("unitId", office(number));
        fields.put("attendee.name", name(number));
        fields.put("attendee.nip", Rush.nip(number));
        fields.put("attendee.position", "Staf");
        fields.put("attendee.phone", "081234567890");
        fields.put("presence", "self");
        fields.put("noticeAccepted", "true");
        String body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + Api.encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpResponse<String> answer =
                send(
                        request(page)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body)));
        answer.headers().firstValue("Location").ifPresent(ticket -> get(path(ticket)));
        return answer.statusCode() == 303;
    }

    private void checkIn(String ticket) {
        Map<String, Object> scan = new LinkedHashMap<>();
        scan.put("ticket", ticket);
        scan.put("scannedAt", Instant.now().toString());
        scan.put("device", "pintu-1");
        scan.put("nonce", UUID.randomUUID().toString());
        desk.post(api + "/check-ins", scan);
    }

    private void lookAround(int number) {
        get("/");
        anyone.get(api);
        anyone.get(api + "/availability");
        anyone.get(api + "/materials");
        anyone.get("/api/units?q=" + Api.encode("camat") + "&limit=20");
        get("/materi/" + slug);
        register(number - 1);
    }

    private void report() {
        desk.get(api + "/attendance");
        desk.get(api + "/attendance/units?limit=200");
        desk.get(api + "/registrations?limit=50");
        desk.get("/api/reports/attendance?regionCode=33&limit=50");
    }

    private String office(int number) {
        return offices.get(Math.floorMod(number, offices.size()));
    }

    private static String name(int number) {
        return "Peserta Gladi " + number + ", S.H.";
    }

    private static String path(String location) {
        return URI.create(location).getRawPath();
    }

    private void get(String path) {
        send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Trouble(
                    "a page failed (" + e.getMessage() + ")", "see the services' logs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("the rush was interrupted", "start again", e);
        }
    }
}
