package id.hadir.attendance.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class TicketKeyApiTests {

    private static final String KEYS = "/api/ticket-keys";
    private static final String DESK = TestTokens.desk(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private JsonMapper json;

    private UUID event;
    private JsonNode ticket;

    @BeforeEach
    void aTicket() {
        event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        ticket = api.registered(event, api.person(unit, "Siti Rahayu", "")).path("ticket");
    }

    @Test
    void aDeskLearnsThePublicKeyThatChecksATicket() {
        JsonNode key = key(kidOf(qr()));
        TicketQr.Scanned scanned = TicketQr.read(qr());
        assertThat(key.path("algorithm").stringValue()).isEqualTo("Ed25519");
        assertThat(
                        Signature.ED25519.isOf(
                                scanned.signed(),
                                scanned.signature(),
                                Base64.getDecoder().decode(key.path("publicKey").stringValue())))
                .isTrue();
        assertThat(key.path("retiredAt").isNull()).isTrue();
        assertThat(key.path("withdrawnAt").isNull()).isTrue();
    }

    @Test
    void theQrOfAWithdrawnKeyIsNotRegisteredAndItsCodeStillIs() {
        String kid = kidOf(qr());
        String path = KEYS + "/" + kid + "/withdraw";
        JsonNode withdrawn = api.read(api.post(TestTokens.admin(), path, "").expectStatus().isOk());
        assertThat(withdrawn.path("withdrawnAt").isString()).isTrue();
        assertThat(api.read(api.post(TestTokens.admin(), path, "").expectStatus().isOk()))
                .isEqualTo(withdrawn);

        assertThat(outcome(qr(), "1")).isEqualTo("not-registered");
        String code = ticket.path("code").stringValue();
        String renewed =
                api.read(api.get(TestTokens.anyone(), "/api/registrations/" + code))
                        .path("ticket")
                        .path("qr")
                        .stringValue();
        assertThat(kidOf(renewed)).isNotEqualTo(kid);
        assertThat(outcome(renewed, "2")).isEqualTo("accepted");
        assertThat(outcome(code, "3")).isEqualTo("already-checked-in");
        assertThat(entriesAbout(kid)).isEqualTo(1);
    }

    @Test
    void aKeyThatThereIsNotIsNotFound() {
        api.post(TestTokens.admin(), KEYS + "/ffffff/withdraw", "").expectStatus().isNotFound();
    }

    private String qr() {
        return ticket.path("qr").stringValue();
    }

    private static String kidOf(String qr) {
        return TicketQr.read(qr).kid();
    }

    private JsonNode key(String kid) {
        return api.read(api.get(DESK, KEYS).expectStatus().isOk())
                .path("items")
                .valueStream()
                .filter(key -> key.path("kid").stringValue().equals(kid))
                .findAny()
                .orElseThrow();
    }

    private String outcome(String scanned, String nonce) {
        return api.read(
                        api.post(
                                DESK,
                                "/api/events/" + event + "/check-ins",
                                json.createObjectNode().put("ticket", scanned).put("nonce", nonce)))
                .path("outcome")
                .stringValue();
    }

    private long entriesAbout(String kid) {
        return api.read(
                        api.get(
                                TestTokens.admin(),
                                "/api/audit/kehadiran?action=ticket-key.withdrawn&limit=200"))
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("subject").path("id").stringValue().equals(kid))
                .count();
    }
}
