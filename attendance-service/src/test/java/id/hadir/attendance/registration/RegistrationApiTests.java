package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every row of the contract's table of registrations. */
@ServiceTest
class RegistrationApiTests {

    private static final String SITI = "197805122003122001";

    @Autowired private Sample sample;
    @Autowired private Api api;

    @Test
    void confirmsAndHandsOutATicket() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 2);

        JsonNode answer =
                api.registered(event, api.person(unit, "Dr. Siti Rahayu, S.H., M.Si.", SITI));

        assertThat(answer.path("status").stringValue()).isEqualTo("confirmed");
        assertThat(answer.path("waitlistPosition").isNull()).isTrue();
        assertThat(answer.path("ticket").path("code").stringValue())
                .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
        assertThat(answer.path("ticket").path("qr").stringValue()).startsWith("HADIR2:");
        assertThat(answer.path("unit").path("name").stringValue()).isEqualTo("Kecamatan Baros");
        assertThat(answer.path("attendee").path("phone").stringValue()).isEqualTo("+6281234567890");
        assertThat(answer.path("representing").isNull()).isTrue();
        assertThat(answer.path("event").path("title").stringValue()).isEqualTo("Rapat Koordinasi");
        assertThat(answer.path("event").path("startsAt").stringValue()).endsWith("+07:00");
        JsonNode seats =
                api.read(api.get(TestTokens.anyone(), "/api/events/" + event + "/availability"));
        assertThat(seats.toString())
                .isEqualTo("{\"capacity\":100,\"confirmed\":1,\"waitlisted\":0,\"remaining\":99}");
    }

    @Test
    void anEventWithoutLimitHasNoRemainder() {
        UUID event = sample.openEvent(e -> e.putNull("capacity"));
        JsonNode seats =
                api.read(api.get(TestTokens.anyone(), "/api/events/" + event + "/availability"));
        assertThat(seats.path("capacity").isNull()).isTrue();
        assertThat(seats.path("remaining").isNull()).isTrue();
    }

    @Test
    void theSameKeyWithTheSameBodyGetsTheFirstAnswerAgain() {
        UUID event = sample.openEvent(e -> e.put("capacity", 1));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        api.registered(event, api.person(unit, "Pertama", ""));
        JsonNode first =
                api.registered(event, api.person(unit, "Kedua", ""), "Idempotency-Key", "k-1");
        assertThat(first.path("waitlistPosition").intValue()).isEqualTo(1);

        JsonNode again =
                api.registered(event, api.person(unit, "Kedua", ""), "Idempotency-Key", "k-1");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void theFirstAnswerComesAgainEvenWhenRegistrationHasClosed() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        JsonNode first =
                api.registered(event, api.person(unit, "Budi", ""), "Idempotency-Key", "k-1");
        ObjectNode cancelled = Sample.mode(sample.eventNode(event), "open");
        sample.put(cancelled.put("version", 2).put("status", "cancelled"));

        JsonNode again =
                api.registered(event, api.person(unit, "Budi", ""), "Idempotency-Key", "k-1");
        assertThat(again.path("ticket")).isEqualTo(first.path("ticket"));
        refused(api.register(event, api.person(unit, "Baru", "")), 409, "event-cancelled");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        api.registered(event, api.person(unit, "Budi", ""), "Idempotency-Key", "k-1");
        refused(
                api.register(event, api.person(unit, "Bukan Budi", ""), "Idempotency-Key", "k-1"),
                422,
                "idempotency-key-reused");
    }

    @Test
    void thePersonIsRegisteredOnceForAUnit() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 5);
        String ticket =
                api.registered(event, api.person(unit, "Siti Rahayu", SITI))
                        .path("ticket")
                        .path("code")
                        .stringValue();

        JsonNode problem =
                refused(
                        api.register(event, api.person(unit, "S. Rahayu", SITI)),
                        409,
                        "already-registered");
        assertThat(problem.toString()).doesNotContain(ticket);
        refused(
                api.register(event, Api.representing(api.person(unit, "S. Rahayu", SITI))),
                409,
                "already-registered");
    }

    @Test
    void withoutANipTheBareNameTells() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 5);
        api.registered(event, api.person(unit, "Dr. H. Budi Santoso, S.H., M.Si.", ""));
        refused(
                api.register(event, api.person(unit, "BUDI  SANTOSO SH MSi", "")),
                409,
                "already-registered");
        refused(
                api.register(event, api.person(unit, "Budi Santoso", SITI)),
                409,
                "already-registered");
    }

    @Test
    void twoPeopleOfOneNameHaveTwoNips() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 5);
        api.registered(event, api.person(unit, "Budi Santoso", Api.nip(1)));
        api.registered(event, api.person(unit, "Budi Santoso", Api.nip(2)));
    }

    @Test
    void oneNipForAnotherUnitSaysWhomItRepresents() {
        UUID event = sample.event(e -> e);
        UUID baros = sample.invitedUnit(event, 1);
        UUID anyar = sample.invitedUnit(event, 1);
        api.registered(event, api.person(baros, "Siti Rahayu", SITI));

        refused(
                api.register(event, api.person(anyar, "Siti Rahayu", SITI)),
                409,
                "already-registered");
        JsonNode answer =
                api.registered(event, Api.representing(api.person(anyar, "Siti Rahayu", SITI)));
        assertThat(answer.path("representing").path("basis").stringValue())
                .isEqualTo("Surat tugas 800/12");
    }

    @Test
    void anOfficeThatIsNotInTheListIsTypedIn() {
        UUID event = sample.openEvent(e -> e);
        ObjectNode body = api.person("Budi", "").put("unitName", "Forum  Anak Baros");
        JsonNode answer = api.registered(event, body.putNull("unitId"));
        assertThat(answer.path("unit").path("id").isNull()).isTrue();
        assertThat(answer.path("unit").path("name").stringValue()).isEqualTo("Forum Anak Baros");
        refused(
                api.register(event, api.person("Budi", "").put("unitName", "FORUM ANAK BAROS")),
                409,
                "already-registered");
        UUID invited = sample.event(e -> e);
        refused(api.register(invited, body), 409, "not-invited");
    }

    @Test
    void registrationHasItsTimes() {
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        ObjectNode body = api.person(unit, "Budi", "");
        String soon = Instant.now().plusSeconds(3600).toString();
        String past = Instant.now().minusSeconds(60).toString();

        refused(
                api.register(sample.openEvent(e -> registration(e, "opensAt", soon)), body),
                409,
                "registration-not-open");
        refused(
                api.register(sample.openEvent(e -> registration(e, "closesAt", past)), body),
                409,
                "registration-closed");
        refused(api.register(sample.openEvent(Sample::ended), body), 409, "registration-closed");
        refused(
                api.register(sample.openEvent(e -> e.put("status", "cancelled")), body),
                409,
                "event-cancelled");
        refused(
                api.register(sample.openEvent(e -> e.put("status", "draft")), body),
                404,
                "not-found");
        refused(api.register(UUID.randomUUID(), body), 404, "not-found");
        refused(
                api.post(TestTokens.anyone(), "/api/events/no-id/registrations", body),
                404,
                "not-found");
    }

    @Test
    void onlyUnitsOnTheRosterAreInvited() {
        UUID event = sample.event(e -> e);
        UUID stranger = sample.unit("Dinas B", "opd", "33.18");
        refused(api.register(event, api.person(stranger, "Budi", "")), 409, "not-invited");
        refused(
                api.register(event, api.person("Budi", "").put("unitId", "nonsense")),
                409,
                "not-invited");
        sample.invite(event, stranger, invitation -> invitation.put("withdrawn", true));
        refused(api.register(event, api.person(stranger, "Budi", "")), 409, "not-invited");
    }

    @Test
    void theTokenOfAnInvitationNamesTheUnit() {
        UUID event = sample.event(e -> e);
        UUID baros = sample.invitedUnit(event, 1);
        UUID anyar = sample.invitedUnit(event, 1);
        ObjectNode body = api.person("Budi", "").put("invitationToken", "token-" + baros);

        refused(
                api.register(event, api.person("Budi", "").put("invitationToken", "guessed")),
                409,
                "not-invited");
        refused(
                api.register(event, body.deepCopy().put("unitId", anyar.toString())),
                409,
                "not-invited");
        assertThat(api.registered(event, body).path("unit").path("id").stringValue())
                .isEqualTo(baros.toString());
        refused(api.register(event, body), 409, "already-registered");
    }

    @Test
    void anOfficeHasNoMoreThanItsSeats() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 2);
        api.registered(event, api.person(unit, "Satu", ""));
        api.registered(event, api.person(unit, "Dua", ""));
        refused(api.register(event, api.person(unit, "Tiga", "")), 409, "unit-seats-taken");
    }

    @Test
    void aFullEventHasAWaitlistOrNone() {
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        UUID waits = sample.openEvent(e -> e.put("capacity", 1));
        api.registered(waits, api.person(unit, "Satu", ""));
        JsonNode second = api.registered(waits, api.person(unit, "Dua", ""));
        assertThat(second.path("status").stringValue()).isEqualTo("waitlisted");
        assertThat(second.path("waitlistPosition").intValue()).isEqualTo(1);
        assertThat(
                        api.registered(waits, api.person(unit, "Tiga", ""))
                                .path("waitlistPosition")
                                .intValue())
                .isEqualTo(2);

        UUID full = sample.openEvent(e -> Sample.noWaitlist(e.put("capacity", 1)));
        api.registered(full, api.person(unit, "Satu", ""));
        refused(api.register(full, api.person(unit, "Dua", "")), 409, "event-full");
    }

    @Test
    void someInvitationsAreForThePersonAlone() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        sample.invite(event, unit, invitation -> invitation.put("inPerson", true));
        refused(
                api.register(event, Api.representing(api.person(unit, "Budi", ""))),
                409,
                "in-person-required");
        api.registered(event, api.person(unit, "Budi", ""));
    }

    @Test
    void everyWrongFieldIsToldAtOnce() {
        UUID event = sample.openEvent(e -> e);
        ObjectNode body = api.person("", "12345").put("noticeAccepted", false);
        ((ObjectNode) body.path("attendee")).put("phone", "0211234567").put("email", "nobody");
        body.putObject("representing");

        JsonNode problem =
                refused(api.register(event, body, "Accept-Language", "id"), 422, "invalid");
        assertThat(problem.path("errors").valueStream().map(e -> e.path("field").stringValue()))
                .containsExactlyInAnyOrder(
                        "unitId",
                        "attendee.name",
                        "attendee.nip",
                        "attendee.phone",
                        "attendee.email",
                        "representing.position",
                        "noticeAccepted");
        assertThat(problem.path("errors").toString())
                .contains("NIP terdiri dari 18 angka; yang Anda isi 5 angka.");
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        refused(api.register(event, api.person(unit, "Bu\u0000di", "")), 422, "invalid");
        String halfALetter = api.person(unit, "Bu_di", "").toString().replace("_", "\\ud800");
        refused(
                api.post(
                        TestTokens.anyone(),
                        "/api/events/" + event + "/registrations",
                        halfALetter),
                422,
                "invalid");
        refused(api.register(event, api.person(unit, "B".repeat(500), "")), 422, "invalid");
        refused(
                api.register(event, api.person("Budi", "").put("unitName", "A\u0000")),
                422,
                "invalid");
    }

    @Test
    void seatsLeftMayBeToldToACrowdForASecond() {
        UUID event = sample.openEvent(e -> e);

        api.get(TestTokens.anyone(), "/api/events/" + event + "/availability")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=0, public, s-maxage=1");
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        UUID event = sample.openEvent(e -> e);
        String path = "/api/events/" + event + "/registrations";
        refused(api.post(TestTokens.anyone(), path, "{\"attendee\":"), 400, "malformed");
        refused(api.post(TestTokens.anyone(), path, "{\"attendee\":[]}"), 422, "invalid");
    }

    private static ObjectNode registration(ObjectNode event, String field, String time) {
        ((ObjectNode) event.path("registration")).put(field, time);
        return event;
    }

    private JsonNode refused(WebTestClient.ResponseSpec answer, int status, String code) {
        JsonNode problem = api.read(answer.expectStatus().isEqualTo(HttpStatus.valueOf(status)));
        assertThat(problem.path("code").stringValue()).isEqualTo(code);
        assertThat(problem.path("title").stringValue()).isNotEqualTo(code);
        return problem;
    }
}
