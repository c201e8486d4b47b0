package id.hadir.load.peer;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.PostgresForTests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RegistrationApiTests {

    private static final String SITI = "197805122003122001";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        PostgresForTests.Database database = PostgresForTests.database("peer");
        settings.add("spring.datasource.url", database::jdbcUrl);
        settings.add("spring.datasource.username", () -> PostgresForTests.OWNER);
        settings.add("spring.datasource.password", () -> PostgresForTests.PASSWORD);
    }

    private record Answer(int status, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }

        String state() {
            return body.path("status").asString("");
        }
    }

    @Autowired private JsonMapper json;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private TransactionTemplate transaction;
    private final UUID unit = UUID.randomUUID();
    private final UUID otherUnit = UUID.randomUUID();
    private RestTestClient client;

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void confirmsWithATicketAndWritesTheWholeRow() {
        UUID event = event(2);

        Answer answer = register(event, person(unit, "Dr. Siti Rahayu, S.H., M.Si.", SITI));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.state()).isEqualTo("confirmed");
        JsonNode ticket = answer.body().path("ticket");
        assertThat(ticket.path("code").asString())
                .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
        assertThat(ticket.path("qr").asString()).startsWith("HADIR1.");
        assertThat(answer.body().path("attendee").path("phone").asString())
                .isEqualTo("+6281234567890");
        assertThat(answer.body().path("event").path("startsAt").asString()).endsWith("+07:00");
        assertThat(
                        jdbc.queryForMap(
                                "select registration_id, bare_name, nip, unit_key, status, active"
                                        + " from registration where event_id = ?",
                                event))
                .containsEntry(
                        "registration_id", UUID.fromString(answer.body().path("id").asString()))
                .containsEntry("bare_name", "siti rahayu")
                .containsEntry("nip", SITI)
                .containsEntry("unit_key", unit.toString())
                .containsEntry("status", "confirmed")
                .containsEntry("active", true);
    }

    @Test
    void refusesTheSameNipAndTheSameBareNameInTheUnit() {
        UUID event = event(10);
        register(event, person(unit, "Siti Rahayu", SITI));
        register(event, person(unit, "Drs. H. Budi Santoso, M.Si.", null));

        assertThat(register(event, person(otherUnit, "Siti R.", SITI)).code())
                .isEqualTo("already-registered");
        assertThat(register(event, person(unit, "BUDI SANTOSO SH", null)).status()).isEqualTo(409);
        assertThat(register(event, person(otherUnit, "Budi Santoso", null)).status())
                .isEqualTo(201);
        ObjectNode representing = person(otherUnit, "Siti Rahayu", SITI);
        representing.putObject("representing").put("position", "Camat Baros");
        assertThat(register(event, representing).status()).isEqualTo(201);
    }

    @Test
    void waitsWhenFull() {
        UUID event = event(1);
        register(event, person(unit, "Pertama", null));

        Answer second = register(event, person(unit, "Kedua", null));
        Answer third = register(event, person(unit, "Ketiga", null));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.state()).isEqualTo("waitlisted");
        assertThat(second.body().path("waitlistPosition").intValue()).isEqualTo(1);
        assertThat(third.body().path("waitlistPosition").intValue()).isEqualTo(2);
    }

    @Test
    void theLastSeatGoesToExactlyOneOfTwentyAtOnce() throws Exception {
        UUID event = event(1);

        List<Answer> answers =
                atOnce(
                        IntStream.range(0, 20)
                                .mapToObj(i -> person(unit, "Peserta " + i, null))
                                .map(one -> (Callable<Answer>) () -> register(event, one))
                                .toList());

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers).filteredOn(answer -> answer.state().equals("confirmed")).hasSize(1);
        assertThat(answers.stream().map(one -> one.body().path("waitlistPosition").asInt(0)))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20).boxed().toList());
        assertThat(
                        jdbc.queryForObject(
                                "select confirmed || ' ' || waitlisted from event where event_id ="
                                        + " ?",
                                String.class,
                                event))
                .isEqualTo("1 19");
    }

    @Test
    void onePersonTwentyTimesAtOnceIsRegisteredOnce() throws Exception {
        UUID event = event(20);
        ObjectNode siti = person(unit, "Siti Rahayu", SITI);

        List<Answer> answers =
                atOnce(Collections.nCopies(20, (Callable<Answer>) () -> register(event, siti)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(19);
    }

    @Test
    void tellsEveryWrongFieldAtOnce() {
        ObjectNode body = person(unit, " ", "123");
        body.put("noticeAccepted", false);
        ((ObjectNode) body.path("attendee")).put("phone", "12");

        Answer answer = register(event(1), body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid");
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "noticeAccepted", "attendee.name", "attendee.nip", "attendee.phone");
    }

    @Test
    void refusesAnUnknownUnitAndAnUnknownEvent() {
        assertThat(register(event(1), person(UUID.randomUUID(), "Siti", null)).status())
                .isEqualTo(422);
        event(1);
        assertThat(register(UUID.randomUUID(), person(unit, "Siti", null)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "cancelled = true, event-cancelled",
        "closes_at = now(), registration-closed",
        "ends_at = now(), registration-closed",
        "opens_at = now() + interval '1 hour', registration-not-open",
        "'waitlist = false, capacity = 0', event-full"
    })
    void refusesWhereTheEventDoes(String state, String code) {
        UUID event = event(1);
        transaction.executeWithoutResult(
                _ -> jdbc.update("update event set " + state + " where event_id = ?", event));

        Answer answer = register(event, person(unit, "Siti", null));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
    }

    private UUID event(int capacity) {
        UUID event = UUID.randomUUID();
        ObjectNode setup = json.createObjectNode().put("capacity", capacity);
        setup.putArray("events").add(event.toString());
        setup.putArray("units").add(unit.toString()).add(otherUnit.toString());
        client.post().uri("/setup").body(setup).exchange().expectStatus().isNoContent();
        return event;
    }

    private ObjectNode person(UUID unitId, String name, @Nullable String nip) {
        ObjectNode body = json.createObjectNode().put("unitId", unitId.toString());
        body.putObject("attendee")
                .put("name", name)
                .put("nip", nip)
                .put("position", "Camat Baros")
                .put("phone", "0812-3456-7890")
                .putNull("email");
        return body.putNull("invitationToken").putNull("representing").put("noticeAccepted", true);
    }

    private Answer register(UUID event, ObjectNode body) {
        var result =
                client.post()
                        .uri("/api/events/{event}/registrations", event)
                        .body(body)
                        .exchange()
                        .expectBody(JsonNode.class)
                        .returnResult();
        return new Answer(result.getStatus().value(), result.getResponseBody());
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
