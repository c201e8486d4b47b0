package id.hadir.attendance.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is held before the camera of a desk. */
@ServiceTest
class ForeignQrTests {

    private static final String DESK = TestTokens.desk(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private JsonMapper json;

    private UUID event;
    private String code;

    @BeforeEach
    void aTicket() {
        event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        code =
                api.registered(event, api.person(unit, "Siti Rahayu", ""))
                        .path("ticket")
                        .path("code")
                        .stringValue();
    }

    static String[] foreign() {
        return new String[] {
            "https://example.org/?q=" + "x".repeat(2_900),
            "HADIR1." + "x.".repeat(1_000),
            "HADIR2:" + "0".repeat(146),
            "HADIR2:" + "Z".repeat(2_900),
            "]C1\u001d0100614141999996",
            "\u0000\u0001\u0002",
            "\ud800",
            "WIFI:T:WPA;S:Hotel;P:rahasia;;\r\n"
        };
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void aForeignQrIsNotRegisteredAndKeepsNobodyWaiting(String foreign) {
        ObjectNode scan = scan(foreign, "n-1");
        JsonNode answer = api.read(post("", scan).expectStatus().isOk());
        assertThat(answer.path("outcome").stringValue()).isEqualTo("not-registered");
        assertThat(api.read(post("", scan(code, "n-1")))).isEqualTo(answer);

        ObjectNode batch = json.createObjectNode();
        batch.putArray("scans").add(scan(foreign, "n-2")).add(scan(code, "n-3"));
        assertThat(
                        api.read(post("/batch", batch).expectStatus().isOk())
                                .path("results")
                                .valueStream()
                                .map(result -> result.path("outcome").stringValue()))
                .containsExactly("not-registered", "accepted");
    }

    @Test
    void onlyAScanWithoutATicketIsInvalid() {
        ObjectNode batch = json.createObjectNode();
        ArrayNode scans = batch.putArray("scans");
        scans.add(scan(code, "n-1")).add(scan("  ", "n-2")).add(json.createObjectNode());
        assertThat(
                        api.read(post("/batch", batch).expectStatus().isEqualTo(422))
                                .path("errors")
                                .valueStream()
                                .map(error -> error.path("field").stringValue()))
                .containsExactly("scans[1].ticket", "scans[2].ticket");
    }

    @Test
    void aScanSentAgainIsAnsweredTheSameToTheLastDigit() {
        ObjectNode scan = scan(code, "n").put("scannedAt", "2026-08-11T08:55:00.123456789+07:00");
        JsonNode first = api.read(post("", scan));
        assertThat(first.path("firstScanAt").stringValue())
                .isEqualTo("2026-08-11T01:55:00.123456Z");
        assertThat(api.read(post("", scan))).isEqualTo(first);
    }

    private ObjectNode scan(String ticket, String nonce) {
        return json.createObjectNode().put("ticket", ticket).put("nonce", nonce);
    }

    private WebTestClient.ResponseSpec post(String path, ObjectNode body) {
        return api.post(DESK, "/api/events/" + event + "/check-ins" + path, body);
    }
}
