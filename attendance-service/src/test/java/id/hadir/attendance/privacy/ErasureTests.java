package id.hadir.attendance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import id.hadir.kit.test.PostgresForTests;
import id.hadir.kit.test.TestTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Of somebody who was erased nothing is left, wherever it was written. */
@ServiceTest
class ErasureTests {

    private static final String NIP = "197805122003122977";
    private static final String DESK = TestTokens.desk(Sample.AGENCY);

    private static final Actor ADMIN = new Actor(Role.ADMIN, "admin", "", null, null, null);

    private static final Actor JOB = new Actor(Role.ANYONE, "job", "", null, null, null);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;
    @Autowired private JsonMapper json;
    @Autowired private Erasure erasure;
    @Autowired private DatabaseClient database;
    @Autowired private Environment environment;

    private UUID event;
    private UUID unit;

    @BeforeEach
    void event() {
        event = sample.openEvent(e -> e);
        unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
    }

    @Test
    void nothingOfThePersonIsLeft() throws SQLException {
        List<String> traces = zubaidahComes();
        zubaidahsOffice();
        traces.addAll(List.of("Xaverius", "Yustisia", "Bendahara", "zubaidah sakit"));
        String full = dump();
        assertThat(traces).allSatisfy(trace -> assertThat(full).containsIgnoringCase(trace));

        erasure.ofEvent(event, JOB).block();

        String left = dump();
        assertThat(traces).allSatisfy(trace -> assertThat(left).doesNotContainIgnoringCase(trace));
        assertThat(left.lines().filter(row -> row.startsWith("feed_entry")))
                .noneMatch(row -> row.contains("Yayasan Ketikan"));
        assertThat(count("erasure", "reason = 'retention'")).isEqualTo(3);
    }

    @Test
    void onlyWhoIsMeantIsErased() throws SQLException {
        List<String> traces = zubaidahComes();
        JsonNode other = api.registered(event, api.person(unit, "Ratnawati", Api.nip(3)));
        erasure.ofPeople(event, List.of(registration("nip = '" + NIP + "'")), ADMIN).block();

        String left = dump();
        assertThat(traces).allSatisfy(trace -> assertThat(left).doesNotContainIgnoringCase(trace));
        assertThat(left).contains("Ratnawati", Api.nip(3));
        api.get(TestTokens.anyone(), "/api/registrations/" + code(other)).expectStatus().isOk();
    }

    @Test
    void theOldLinkLeadsNowhereAndSaysWhy() {
        String code = code(api.registered(event, api.person(unit, "Zubaidah", NIP)));
        erasure.ofEvent(event, JOB).block();
        api.get(TestTokens.anyone(), "/api/registrations/" + code).expectStatus().isNotFound();
        Browser.Seen page = browser.get(TestTokens.anyone(), "/tiket/" + code.replaceAll("-", ""));
        assertThat(page.status()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.html()).contains("sudah dihapus");
    }

    @Test
    void whoWasErasedIsNotCheckedInByTicketNorByName() {
        JsonNode registered = api.registered(event, api.person(unit, "Zubaidah", NIP));
        erasure.ofEvent(event, JOB).block();
        for (String shown : List.of("code", "qr")) {
            String ticket = registered.path("ticket").path(shown).stringValue();
            assertThat(scan(ticket).path("outcome").stringValue()).isEqualTo("not-registered");
        }
        String row = "/presensi/rakor-" + event + "/peserta/" + registered.path("id").stringValue();
        browser.submit(DESK, row, Map.of("nonce", UUID.randomUUID().toString()));
        assertThat(count("registration", "checked_in_at is not null")).isZero();
    }

    private JsonNode scan(String ticket) {
        ObjectNode scan =
                json.createObjectNode()
                        .put("ticket", ticket)
                        .put("nonce", UUID.randomUUID().toString())
                        .put("device", "pintu-1");
        return api.read(api.post(DESK, "/api/events/" + event + "/check-ins", scan));
    }

    /** Registers with everything that can be told, and is checked in. */
    private List<String> zubaidahComes() throws SQLException {
        ObjectNode body = api.person(unit, "Dr. Zubaidah Contohwati, S.H.", NIP);
        ((ObjectNode) body.path("attendee"))
                .put("position", "Lurah Zamrudsari")
                .put("phone", "081298765432")
                .put("email", "zubaidah@example.go.id");
        body.putObject("representing")
                .put("position", "Camat Zirkonia")
                .put("name", "Quraisyin")
                .put("basis", "Surat tugas 977/Q");
        String code = code(api.registered(event, body, "Idempotency-Key", "zubaidahs-own-key-977"));
        scan(code);
        database.sql(
                        "insert into objection (event_id, objection_id, registration_id, text,"
                            + " made_at) select event_id, gen_random_uuid(), registration_id,"
                            + " 'Saya, Zubaidah, keberatan', now() from registration where event_id"
                            + " = :event and nip = :nip")
                .bind("event", event)
                .bind("nip", NIP)
                .fetch()
                .rowsUpdated()
                .block();
        ObjectNode excuse =
                json.createObjectNode()
                        .put("unitId", unit.toString())
                        .put("reason", "sakit")
                        .put("note", "Ibu Zubaidah menyusul");
        api.post(DESK, "/api/events/" + event + "/excuses", excuse).expectStatus().isCreated();
        database.sql(
                        "insert into answer values (:event, :unit, 'sending', 'Ibu Zubaidah',"
                                + " 'Bendahara Zamrudsari', null, 'Zubaidah menyusul', false,"
                                + " now())")
                .bind("event", event)
                .bind("unit", unit)
                .fetch()
                .rowsUpdated()
                .block();
        String bodyHash =
                database.sql(
                                "select body_hash from registration where event_id = :event and nip"
                                        + " = :nip")
                        .bind("event", event)
                        .bind("nip", NIP)
                        .mapValue(String.class)
                        .one()
                        .block();
        return new ArrayList<>(
                List.of(
                        "zubaidah",
                        "contohwati",
                        NIP,
                        "81298765432",
                        "Zamrudsari",
                        "zirkonia",
                        "quraisyin",
                        "977/Q",
                        "zubaidahs-own-key-977",
                        bodyHash,
                        code.replace("-", ""),
                        Sample.sha256(code.replace("-", ""))));
    }

    /** Somebody of an office that was typed, and the note of an office from which nobody comes. */
    private void zubaidahsOffice() {
        ObjectNode body = api.person("Xaverius", "");
        body.put("unitName", "Yayasan Ketikan");
        ((ObjectNode) body.path("attendee")).put("position", "Bendahara Zamrudsari");
        ObjectNode other = json.createObjectNode();
        other.putObject("attendee").put("name", "Yustisia");
        api.post(
                        TestTokens.anyone(),
                        "/api/registrations/" + code(api.registered(event, body)) + "/substitute",
                        other)
                .expectStatus()
                .isOk();
        ObjectNode excuse =
                json.createObjectNode()
                        .put("unitId", sample.unit("Desa Lain", "desa", "36.04.06.2001").toString())
                        .put("reason", "sakit")
                        .put("note", "Ibu Zubaidah sakit");
        api.post(DESK, "/api/events/" + event + "/excuses", excuse).expectStatus().isCreated();
    }

    /** Every row of every table, also of those that are made tomorrow. */
    private String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = PostgresForTests.of(environment).connect()) {
            for (String table : tables(connection)) {
                read(connection, "select t::text from \"%s\" t".formatted(table))
                        .forEach(row -> dump.append(table).append(' ').append(row).append('\n'));
            }
        }
        return dump.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return read(
                connection,
                "select table_name from information_schema.tables where table_schema = 'public'");
    }

    private static List<String> read(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private UUID registration(String condition) {
        return database.sql(
                        "select registration_id from registration where event_id = :event and "
                                + condition)
                .bind("event", event)
                .mapValue(UUID.class)
                .one()
                .block();
    }

    private long count(String table, String condition) {
        return database.sql(
                        "select count(*) from "
                                + table
                                + " where event_id = :event and "
                                + condition)
                .bind("event", event)
                .mapValue(Long.class)
                .one()
                .block();
    }

    private static String code(JsonNode registration) {
        return registration.path("ticket").path("code").stringValue();
    }
}
