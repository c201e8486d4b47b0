package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the holder of a ticket may do with it. */
@ServiceTest
class TicketApiTests {

    private static final String ANYONE = TestTokens.anyone();

    @Autowired private Sample sample;
    @Autowired private Api api;

    @Test
    void theCodeShowsTheRegistration() {
        UUID event = sample.openEvent(e -> e);
        JsonNode answer = api.registered(event, api.person(unit(), "Budi", ""));
        assertThat(
                        api.read(
                                api.get(
                                        ANYONE,
                                        "/api/registrations/"
                                                + code(answer).toLowerCase().replace("-", ""))))
                .isEqualTo(answer);
        api.get(ANYONE, "/api/registrations/ABCD-EFGH-JKMN").expectStatus().isNotFound();
        api.get(ANYONE, "/api/registrations/nonsense").expectStatus().isNotFound();
    }

    @Test
    void whoWaitsMovesUpWhenSomebodyCancels() {
        UUID event = sample.openEvent(e -> e.put("capacity", 1));
        String first = code(api.registered(event, api.person(unit(), "Satu", "")));
        String second = code(api.registered(event, api.person(unit(), "Dua", "")));
        String third = code(api.registered(event, api.person(unit(), "Tiga", "")));
        cancel(first).expectStatus().isNoContent();

        assertThat(show(second).path("status").stringValue()).isEqualTo("confirmed");
        assertThat(show(second).path("waitlistPosition").isNull()).isTrue();
        assertThat(show(third).path("waitlistPosition").intValue()).isEqualTo(1);
        assertThat(show(first).path("status").stringValue()).isEqualTo("cancelled");
        cancel(first).expectStatus().isNoContent();
        assertThat(availability(event).toString())
                .isEqualTo("{\"capacity\":1,\"confirmed\":1,\"waitlisted\":1,\"remaining\":0}");
    }

    @Test
    void whoCancelledMayRegisterAgain() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 1);
        cancel(code(api.registered(event, api.person(unit, "Budi", Api.nip(1)))))
                .expectStatus()
                .isNoContent();
        api.registered(event, api.person(unit, "Budi", Api.nip(1)));
    }

    @Test
    void aLargerRoomLetsThemIn() {
        UUID event = sample.openEvent(e -> e.put("capacity", 1));
        api.registered(event, api.person(unit(), "Satu", ""));
        String second = code(api.registered(event, api.person(unit(), "Dua", "")));
        String third = code(api.registered(event, api.person(unit(), "Tiga", "")));
        sample.put(
                Sample.mode(sample.eventNode(event), "open").put("version", 2).put("capacity", 2));

        assertThat(show(second).path("status").stringValue()).isEqualTo("confirmed");
        assertThat(show(third).path("status").stringValue()).isEqualTo("waitlisted");
    }

    @Test
    void aWithdrawnInvitationIsPassedOver() {
        UUID event = sample.event(e -> e.put("capacity", 1));
        UUID withdrawn = sample.invitedUnit(event, 1);
        String first =
                code(api.registered(event, api.person(sample.invitedUnit(event, 1), "Satu", "")));
        String second = code(api.registered(event, api.person(withdrawn, "Dua", "")));
        String third =
                code(api.registered(event, api.person(sample.invitedUnit(event, 1), "Tiga", "")));
        sample.invite(
                event,
                withdrawn,
                invitation -> invitation.put("revision", 2).put("withdrawn", true));
        cancel(first).expectStatus().isNoContent();

        assertThat(show(second).path("status").stringValue()).isEqualTo("waitlisted");
        assertThat(show(third).path("status").stringValue()).isEqualTo("confirmed");
    }

    @Test
    void aSubstituteGetsATicketOfTheirOwn() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 1);
        String old = code(api.registered(event, api.person(unit, "Siti Rahayu", Api.nip(1))));
        JsonNode next =
                api.read(substitute(old, api.person("Budi", Api.nip(2))).expectStatus().isOk());

        assertThat(code(next)).isNotEqualTo(old);
        assertThat(next.path("status").stringValue()).isEqualTo("confirmed");
        assertThat(next.path("attendee").path("name").stringValue()).isEqualTo("Budi");
        assertThat(next.path("representing").path("name").stringValue()).isEqualTo("Siti Rahayu");
        assertThat(next.path("representing").path("basis").stringValue())
                .isEqualTo("Surat tugas 1");
        assertThat(show(old).path("status").stringValue()).isEqualTo("substituted");
        assertThat(availability(event).path("confirmed").intValue()).isEqualTo(1);
        assertThat(problem(substitute(old, api.person("Lain", "")))).isEqualTo("ticket-revoked");
        assertThat(problem(cancel(old))).isEqualTo("ticket-revoked");
    }

    @Test
    void aSubstitutionSentTwiceGivesTheSameTicket() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 1);
        String old = code(api.registered(event, api.person(unit, "Siti Rahayu", Api.nip(1))));
        String path = "/api/registrations/" + old + "/substitute";
        String[] key = {"Idempotency-Key", "k-1"};
        JsonNode first = api.read(api.post(ANYONE, path, api.person("Budi", ""), key));
        JsonNode again =
                api.read(api.post(ANYONE, path, api.person("Budi", ""), key).expectStatus().isOk());

        assertThat(code(again)).isEqualTo(code(first)).isNotEqualTo(old);
        assertThat(problem(api.post(ANYONE, path, api.person("Lain", ""), key)))
                .isEqualTo("idempotency-key-reused");
        assertThat(availability(event).path("confirmed").intValue()).isEqualTo(1);
    }

    @Test
    void nobodyIsSubstitutedAtACancelledEvent() {
        UUID event = sample.event(e -> e);
        String old =
                code(api.registered(event, api.person(sample.invitedUnit(event, 1), "Siti", "")));
        sample.put(sample.eventNode(event).put("version", 2).put("status", "cancelled"));
        assertThat(problem(substitute(old, api.person("Budi", "")))).isEqualTo("event-cancelled");
        cancel(old).expectStatus().isNoContent();
    }

    @Test
    void aSubstituteKeepsThePlaceOnTheWaitlist() {
        UUID event = sample.openEvent(e -> e.put("capacity", 1));
        api.registered(event, api.person(unit(), "Satu", ""));
        String second = code(api.registered(event, api.person(unit(), "Dua", "")));
        api.registered(event, api.person(unit(), "Tiga", ""));
        JsonNode next = api.read(substitute(second, api.person("Pengganti", "")));
        assertThat(next.path("waitlistPosition").intValue()).isEqualTo(1);
        assertThat(availability(event).path("waitlisted").intValue()).isEqualTo(2);
    }

    @Test
    void nobodySubstitutesWhoIsThereAlready() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 2);
        String first = code(api.registered(event, api.person(unit, "Siti", Api.nip(1))));
        api.registered(event, api.person(unit, "Budi", Api.nip(2)));
        assertThat(problem(substitute(first, api.person("Budi", Api.nip(2)))))
                .isEqualTo("already-registered");
        assertThat(problem(substitute(first, api.person("Lain", "123")))).isEqualTo("invalid");

        UUID alone = sample.unit("Kecamatan X", "kecamatan", "36.04.07");
        sample.invite(event, alone, invitation -> invitation.put("inPerson", true));
        String inPerson = code(api.registered(event, api.person(alone, "Camat", "")));
        assertThat(problem(substitute(inPerson, api.person("Wakil", ""))))
                .isEqualTo("in-person-required");
    }

    private UUID unit() {
        return sample.unit("Dinas A", "opd", "33.18");
    }

    private WebTestClient.ResponseSpec cancel(String code) {
        return api.delete(ANYONE, "/api/registrations/" + code);
    }

    private WebTestClient.ResponseSpec substitute(String code, ObjectNode body) {
        return api.post(
                ANYONE,
                "/api/registrations/" + code + "/substitute",
                body.put("basis", "Surat tugas 1"));
    }

    private String problem(WebTestClient.ResponseSpec answer) {
        return api.read(answer).path("code").stringValue();
    }

    private JsonNode show(String code) {
        return api.read(api.get(ANYONE, "/api/registrations/" + code).expectStatus().isOk());
    }

    private JsonNode availability(UUID event) {
        return api.read(api.get(ANYONE, "/api/events/" + event + "/availability"));
    }

    private static String code(JsonNode registration) {
        return registration.path("ticket").path("code").stringValue();
    }
}
