package id.hadir.attendance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The holder of a ticket sees what is kept, corrects it and objects to it. */
@ServiceTest
class OwnDataTests {

    private static final String ANYONE = TestTokens.anyone();
    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;
    @Autowired private JsonMapper json;

    private UUID event;
    private UUID unit;
    private String code;

    @BeforeEach
    void aTicket() {
        event = sample.openEvent(e -> e);
        unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        code = register("Siti Rahayu", Api.nip(1));
    }

    @Test
    void allThatIsKeptIsShownWithWhoSeesItAndUntilWhen() {
        JsonNode own = api.read(api.get(ANYONE, path("/data")).expectStatus().isOk());
        assertThat(own.path("data").toString())
                .contains("Siti Rahayu", Api.nip(1), "+6281234567890", "Camat Baros", "keptUntil")
                .doesNotContain(code);
        assertThat(own.path("seenBy")).hasSize(4);
        assertThat(own.path("controller").stringValue()).isNotBlank();

        Browser.Seen page = browser.get(ANYONE, page(""));
        assertThat(page.html()).contains("Siti Rahayu", Api.nip(1), "Pengendali data: ");
        assertThat(page.headers().getFirst("Cache-Control")).contains("no-store");
        assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(browser.get(ANYONE, "/tiket/" + code).html())
                .contains("href=\"" + page("") + "\"");
    }

    @Test
    void aCorrectionChangesWhatIsGivenAndNothingElse() {
        ObjectNode change = json.createObjectNode();
        change.putObject("attendee").put("name", "Siti Rahayu, S.H.").putNull("nip");
        JsonNode after = api.read(correct(code, change).expectStatus().isOk()).path("data");
        assertThat(after.path("name").stringValue()).isEqualTo("Siti Rahayu, S.H.");
        assertThat(after.path("nip").isNull()).isTrue();
        assertThat(after.path("position").stringValue()).isEqualTo("Camat Baros");
        assertThat(after.path("correctedAt").isNull()).isFalse();
        JsonNode audit =
                api.read(api.get(TestTokens.admin(), "/api/audit/kehadiran?eventId=" + event))
                        .path("items");
        assertThat(audit.toString())
                .contains("registration.corrected", "S… R…, S.H.")
                .doesNotContain("Siti", Api.nip(1));
    }

    @Test
    void aCorrectionIsCheckedAsARegistrationIs() {
        ObjectNode change = json.createObjectNode();
        change.putObject("attendee").put("name", " ").put("nip", "12").put("phone", "911");
        JsonNode wrongType =
                api.read(
                        correct(code, (ObjectNode) json.readTree("{\"attendee\":{\"nip\":1}}"))
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(wrongType.toString()).contains("attendee.nip", "invalid-type");
        JsonNode refused = api.read(correct(code, change).expectStatus().isEqualTo(422));
        assertThat(refused.path("errors").valueStream().map(e -> e.path("field").stringValue()))
                .containsExactlyInAnyOrder("attendee.name", "attendee.nip", "attendee.phone");
    }

    @Test
    void nobodyBecomesSomebodyElseWhoIsRegistered() {
        register("Budi", Api.nip(2));
        ObjectNode change = json.createObjectNode();
        change.putObject("attendee").put("nip", Api.nip(2));
        JsonNode refused = api.read(correct(code, change).expectStatus().isEqualTo(409));
        assertThat(refused.path("code").stringValue()).isEqualTo("already-registered");
    }

    /** The seat goes on by a substitution, and after the event by nobody. */
    @Test
    void aCorrectionDoesNotMakeAnotherPersonOfTheHolder() {
        assertThat(refusal(code, "Budi", null)).isEqualTo("another-person");
        assertThat(refusal(code, "Budi", Api.nip(7))).isEqualTo("another-person");
        String withoutNip = register("Tamu", "");
        assertThat(refusal(withoutNip, "Budi", "")).isEqualTo("another-person");
    }

    /** One step keeps the NIP and the next the name: together they would be another's. */
    @Test
    void norDoTwoOfThem() {
        ObjectNode nip = json.createObjectNode();
        nip.putObject("attendee").put("nip", Api.nip(7));
        correct(code, nip).expectStatus().isOk();
        assertThat(refusal(code, "Budi", Api.nip(7))).isEqualTo("another-person");
        ObjectNode phone = json.createObjectNode();
        phone.putObject("attendee").put("phone", "0812 9999 8888");
        correct(code, phone).expectStatus().isOk();
    }

    private String refusal(String ticket, String name, @Nullable String nip) {
        ObjectNode change = json.createObjectNode();
        change.putObject("attendee").put("name", name).put("nip", nip);
        return api.read(correct(ticket, change).expectStatus().isEqualTo(409))
                .path("code")
                .stringValue();
    }

    /** Each of eight tickets takes the same NIP at once: one gets it. */
    @Test
    void aNipIsGivenToOneOfThoseWhoTakeItAtOnce() {
        List<String> codes =
                IntStream.range(10, 18).mapToObj(i -> register("Tamu " + i, "")).toList();
        ObjectNode change = json.createObjectNode();
        change.putObject("attendee").put("nip", Api.nip(99));
        List<HttpStatus> answers =
                codes.parallelStream()
                        .map(
                                one ->
                                        HttpStatus.valueOf(
                                                correct(one, change)
                                                        .returnResult(String.class)
                                                        .getStatus()
                                                        .value()))
                        .toList();
        assertThat(answers).containsOnlyOnce(HttpStatus.OK);
        assertThat(answers).filteredOn(HttpStatus.CONFLICT::equals).hasSize(7);
    }

    @Test
    void thePageCorrectsAndKeepsWhatWasTyped() {
        Browser.Seen form = browser.get(ANYONE, page("/ubah"));
        assertThat(form.value("attendee.nip")).isEqualTo(Api.nip(1));
        Browser.Seen refused =
                browser.submit(
                        ANYONE, page("/ubah"), Map.of("attendee.name", "Sri", "attendee.nip", "1"));
        assertThat(refused.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused.value("attendee.name")).isEqualTo("Sri");
        Browser.Seen done =
                browser.submit(
                        ANYONE,
                        page("/ubah"),
                        Map.of("attendee.name", "Sri Rahayu", "attendee.nip", Api.nip(1)));
        assertThat(done.location()).isEqualTo(page("") + "?kabar=diubah");
        assertThat(browser.get(ANYONE, done.location()).html())
                .contains("Sri Rahayu", "Perubahan disimpan")
                .doesNotContain("Siti");
    }

    @Test
    void anObjectionIsAnsweredOnceAndTheAnswerShown() {
        Browser.Seen sent =
                browser.submit(ANYONE, page("/keberatan"), Map.of("text", "Jangan cetak NIP saya"));
        assertThat(sent.location()).isEqualTo(page("") + "?kabar=keberatan");
        JsonNode listed =
                api.read(api.get(ORGANISER, "/api/events/" + event + "/registrations/objections"))
                        .path("items")
                        .path(0);
        assertThat(listed.path("name").stringValue()).isEqualTo("Siti Rahayu");
        JsonNode objection = listed.path("objection");
        assertThat(objection.path("answerBy").stringValue())
                .startsWith(
                        Instant.parse(objection.path("madeAt").stringValue())
                                .plusSeconds(72 * 3600)
                                .toString()
                                .substring(0, 19));
        String desk = "/panitia/rakor-" + event + "/peserta/keberatan";
        assertThat(browser.get(ORGANISER, desk).html()).contains("Jangan cetak NIP saya");
        assertThat(browser.get(TestTokens.admin(), "/admin/privasi").html()).contains(desk);

        String answer = desk + "/" + objection.path("id").stringValue();
        assertThat(browser.submit(ORGANISER, answer, Map.of("text", " ")).status())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        browser.submit(ORGANISER, answer, Map.of("text", "NIP tidak dicetak."));
        assertThat(browser.get(ANYONE, page("")).html()).contains("NIP tidak dicetak.");
        assertThat(browser.submit(ORGANISER, answer, Map.of("text", "Lagi")).status())
                .isEqualTo(HttpStatus.CONFLICT);
        assertThat(
                        api.read(
                                        api.get(
                                                TestTokens.admin(),
                                                "/api/audit/kehadiran?eventId=" + event))
                                .toString())
                .contains("objection.made", "objection.answered")
                .doesNotContain("cetak");
    }

    @Test
    void anEmptyObjectionAndTheTwentyFirstAreRefused() {
        objection(" ").expectStatus().isEqualTo(422);
        for (int i = 0; i < 20; i++) {
            objection("Keberatan " + i).expectStatus().isCreated();
        }
        objection("Lagi").expectStatus().isEqualTo(409);
    }

    @Test
    void aCodeThatNoTicketHasShowsNothing() {
        api.get(ANYONE, "/api/registrations/0000-0000-0000/data").expectStatus().isNotFound();
        assertThat(browser.get(ANYONE, "/tiket/000000000000/data").status())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(browser.get(ANYONE, "/tiket/bukan-kode/data").status())
                .isEqualTo(HttpStatus.NOT_FOUND);
        correct("000000000000", json.createObjectNode()).expectStatus().isNotFound();
    }

    private String register(String name, String nip) {
        return api.registered(event, api.person(unit, name, nip))
                .path("ticket")
                .path("code")
                .stringValue()
                .replace("-", "");
    }

    private ResponseSpec objection(String text) {
        return api.post(ANYONE, path("/objections"), json.createObjectNode().put("text", text));
    }

    private ResponseSpec correct(String ticket, ObjectNode change) {
        return api.http()
                .patch()
                .uri("/api/registrations/" + ticket)
                .header("Authorization", "Bearer " + ANYONE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(change.toString())
                .exchange();
    }

    private String path(String below) {
        return "/api/registrations/" + code + below;
    }

    private String page(String below) {
        return "/tiket/" + code + "/data" + below;
    }
}
