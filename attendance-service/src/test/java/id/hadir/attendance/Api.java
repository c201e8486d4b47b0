package id.hadir.attendance;

import id.hadir.kit.test.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls the service as the gateway does. */
@TestComponent
@Lazy
public class Api {

    private final WebTestClient http;
    private final JsonMapper json;

    Api(@Value("${local.server.port}") int port, JsonMapper json) {
        this.http =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(Duration.ofSeconds(30))
                        .build();
        this.json = json;
    }

    public WebTestClient http() {
        return http;
    }

    public WebTestClient.ResponseSpec send(String token, String path, MediaType type, byte[] body) {
        return http.post()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient.ResponseSpec get(String token, String path) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    public WebTestClient.ResponseSpec delete(String token, String path) {
        return http.delete().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    public WebTestClient.ResponseSpec post(
            String token, String path, Object body, String... headers) {
        var request =
                http.post()
                        .uri(path)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.bodyValue(body.toString()).exchange();
    }

    public WebTestClient.ResponseSpec register(UUID eventId, ObjectNode body, String... headers) {
        return post(
                TestTokens.anyone(), "/api/events/" + eventId + "/registrations", body, headers);
    }

    /** Registers and answers the body of the 201. */
    public JsonNode registered(UUID eventId, ObjectNode body, String... headers) {
        byte[] answer =
                register(eventId, body, headers)
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        return json.readTree(answer);
    }

    public JsonNode read(WebTestClient.ResponseSpec answer) {
        return json.readTree(answer.expectBody().returnResult().getResponseBody());
    }

    public ObjectNode person(UUID unitId, String name, String nip) {
        ObjectNode body = person(name, nip);
        return body.put("unitId", unitId.toString());
    }

    /** Without a unit; an empty NIP is none. */
    public ObjectNode person(String name, String nip) {
        ObjectNode body = json.createObjectNode();
        ObjectNode attendee = body.putObject("attendee");
        attendee.put("name", name).put("position", "Camat Baros").put("phone", "081234567890");
        if (!nip.isEmpty()) {
            attendee.put("nip", nip);
        }
        return body.put("noticeAccepted", true);
    }

    public static ObjectNode representing(ObjectNode body) {
        body.putObject("representing")
                .put("position", "Camat Baros")
                .put("basis", "Surat tugas 800/12");
        return body;
    }

    /** A NIP of its own for each number. */
    public static String nip(int number) {
        return "197805122003%02d1%03d".formatted(1 + number / 1000, number % 1000);
    }
}
