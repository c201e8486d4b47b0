package id.hadir.attendance.answer;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class AnswerApiTests {

    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;

    private UUID event;
    private UUID baros;

    @BeforeEach
    void anInvitedOffice() {
        event = sample.event(e -> e);
        baros = sample.invitedUnit(event, 2);
    }

    @Test
    void theFirstAnswerIsCreatedAndTheNextReplacesIt() {
        JsonNode first =
                api.read(
                        answer(baros, "sending", "name", "Budi", "position", "Sekcam")
                                .expectStatus()
                                .isCreated());
        assertThat(first.path("unit").path("name").stringValue()).isEqualTo("Kecamatan Baros");
        assertThat(first.path("late").booleanValue()).isFalse();
        JsonNode next = api.read(answer(baros, "coming").expectStatus().isOk());
        assertThat(next.path("answer").stringValue()).isEqualTo("coming");
        assertThat(offices("").path(0).path("name").isNull()).isTrue();
    }

    @Test
    void whoIsExcusedIsExcusedInTheReportUntilItAnswersOtherwise() {
        answer(baros, "excused", "reason", "dinas-luar", "note", "Surat 800/1")
                .expectStatus()
                .isCreated();
        assertThat(attendanceState()).isEqualTo("excused");
        assertThat(offices("").path(0).path("reason").stringValue()).isEqualTo("dinas-luar");
        answer(baros, "coming").expectStatus().isOk();
        assertThat(attendanceState()).isEqualTo("expected");
        answer(baros, "excused").expectStatus().isOk();
        assertThat(attendanceState()).isEqualTo("excused");
        assertThat(offices("").path(0).path("reason").stringValue()).isEqualTo("izin");
    }

    @Test
    void anAnswerAfterTheDeadlineIsTakenAndMarkedLate() {
        UUID late =
                office(
                        "Kecamatan Anyar",
                        i -> i.put("answerBy", Instant.now().minusSeconds(60).toString()));
        assertThat(
                        api.read(answer(late, "coming").expectStatus().isCreated())
                                .path("late")
                                .booleanValue())
                .isTrue();
        UUID early =
                office(
                        "Kecamatan Cinangka",
                        i -> i.put("answerBy", Instant.now().plusSeconds(60).toString()));
        answer(early, "coming").expectStatus().isCreated();
        assertThat(names("late")).containsExactly("Kecamatan Anyar");
        assertThat(totals().path("late").intValue()).isEqualTo(1);
    }

    @Test
    void whoMustComeInPersonSendsNobody() {
        UUID office = office("Kecamatan Anyar", i -> i.put("inPerson", true));
        assertThat(code(answer(office, "sending"), 409)).isEqualTo("in-person-required");
        answer(office, "excused").expectStatus().isCreated();
    }

    @Test
    void aRegistrationIsAnAnswerAndTheLastWordCounts() {
        answer(baros, "excused").expectStatus().isCreated();
        api.registered(event, Api.representing(api.person(baros, "Budi", "")));
        assertThat(names("sending")).containsExactly("Kecamatan Baros");
        api.registered(event, api.person(baros, "Siti", ""));
        assertThat(names("coming")).containsExactly("Kecamatan Baros");
        answer(baros, "excused").expectStatus().isOk();
        JsonNode last = offices("excused").path(0);
        assertThat(last.path("registered").intValue()).isEqualTo(2);
    }

    @Test
    void anExcuseThatTheDeskWroteDownIsTheOfficesWord() {
        api.post(
                        ORGANISER,
                        "/api/events/" + event + "/excuses",
                        "{\"unitId\":\"%s\",\"reason\":\"sakit\"}".formatted(baros))
                .expectStatus()
                .isCreated();
        assertThat(names("excused")).containsExactly("Kecamatan Baros");
    }

    @Test
    void totalsCountOfficesAndWhoIsSilentIsListedByPage() {
        for (String name : List.of("A", "B", "C", "D")) {
            office("Kecamatan " + name, i -> {});
        }
        answer(baros, "coming").expectStatus().isCreated();
        assertThat(totals())
                .hasToString(
                        "{\"invited\":5,\"answered\":1,\"coming\":1,\"sending\":0,\"excused\":0,"
                                + "\"silent\":4,\"late\":0}");
        JsonNode first = overview("?state=silent&limit=3");
        assertThat(first.path("items")).hasSize(3);
        assertThat(
                        overview("?state=silent&limit=3&cursor=" + first.path("next").stringValue())
                                .path("items"))
                .hasSize(1);
        assertThat(names("")).hasSize(5);
        api.get(ORGANISER, path() + "?state=entah").expectStatus().isEqualTo(422);
    }

    @Test
    void theListIsTakenAlongAsATable() {
        answer(baros, "sending", "name", "=HYPERLINK()").expectStatus().isCreated();
        byte[] csv =
                api.get(ORGANISER, path() + "?format=csv")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains("unit,kind,regionCode,addressee,seats,state,late")
                .contains(
                        "Kecamatan Baros,kecamatan,36.04.06,Kecamatan"
                                + " Baros,2,sending,,'=HYPERLINK()");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, answer",
        "{\"answer\":\"maybe\"}, answer",
        "{\"answer\":\"coming\"}, invitationToken",
        "{\"answer\":\"excused\"/\"reason\":\"malas\"}, reason",
        "{\"answer\":\"coming\"/\"note\":\"\\u0000\"}, note",
    })
    void whatIsWrongIsTold(String body, String field) {
        JsonNode told =
                api.read(
                        api.post(TestTokens.anyone(), path(), body.replace('/', ','))
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(
                        told.path("errors")
                                .valueStream()
                                .map(error -> error.path("field").stringValue()))
                .contains(field);
    }

    @Test
    void onlyTheLinkOfTheEventAnswersAndOnlyUntilItIsOver() {
        assertThat(code(answer(UUID.randomUUID(), "coming"), 409)).isEqualTo("not-invited");
        UUID elsewhere = sample.invitedUnit(sample.event(e -> e), 1);
        assertThat(code(answer(elsewhere, "coming"), 409)).isEqualTo("not-invited");
        sample.invite(event, baros, i -> i.put("withdrawn", true).put("revision", 2));
        assertThat(code(answer(baros, "coming"), 409)).isEqualTo("not-invited");
        sample.put(Sample.ended(sample.eventNode(event)).put("version", 2));
        assertThat(code(answer(baros, "coming"), 409)).isEqualTo("event-ended");
        sample.put(sample.eventNode(event).put("version", 3).put("status", "cancelled"));
        assertThat(code(answer(baros, "coming"), 409)).isEqualTo("event-cancelled");
        sample.put(sample.eventNode(event).put("version", 4).put("status", "draft"));
        answer(baros, "coming").expectStatus().isNotFound();
    }

    @Test
    void ofManyAtOnceOneIsTheFirstAndTheExcuseFollowsTheLast() {
        List<Integer> statuses =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(i -> answer(baros, i % 2 == 0 ? "excused" : "coming"))
                        .map(response -> response.returnResult(Void.class).getStatus().value())
                        .toList();
        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status < 202);
        assertThat(attendanceState().equals("excused")).isEqualTo(names("excused").size() == 1);
    }

    private UUID office(String name, Consumer<ObjectNode> change) {
        UUID unit = sample.unit(name, "kecamatan", "36.04.07");
        sample.invite(event, unit, change);
        return unit;
    }

    private ResponseSpec answer(UUID unit, String answer, String... fields) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("invitationToken", "token-" + unit).put("answer", answer);
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return api.post(TestTokens.anyone(), path(), body);
    }

    private String code(ResponseSpec response, int status) {
        return api.read(response.expectStatus().isEqualTo(status)).path("code").stringValue();
    }

    private String path() {
        return "/api/events/" + event + "/answers";
    }

    private JsonNode overview(String query) {
        return api.read(api.get(ORGANISER, path() + query).expectStatus().isOk());
    }

    private JsonNode totals() {
        return overview("").path("totals");
    }

    private JsonNode offices(String state) {
        return overview("?state=" + state).path("items");
    }

    private List<String> names(String state) {
        return offices(state)
                .valueStream()
                .map(office -> office.path("unit").path("name").stringValue())
                .toList();
    }

    private String attendanceState() {
        return api.read(api.get(ORGANISER, "/api/events/" + event + "/attendance/units"))
                .path("items")
                .path(0)
                .path("state")
                .stringValue();
    }
}
