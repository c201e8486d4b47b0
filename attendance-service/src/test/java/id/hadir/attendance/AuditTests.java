package id.hadir.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of registrations is in the audit, and nothing of who they are. */
@ServiceTest
class AuditTests {

    private static final String DESK = TestTokens.desk(Sample.AGENCY);
    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);
    private static final String NIP = "197805122003122001";

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;
    @Autowired private JsonMapper json;
    @Autowired private DatabaseClient database;

    private UUID event;
    private UUID unit;

    @BeforeEach
    void event() {
        event = sample.openEvent(e -> e);
        unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
    }

    @Test
    void aRegistrationHasNoEntryOfItsOwnSinceItsRowAndTheFeedKeepIt() {
        String id = api.registered(event, api.person(unit, "Siti", NIP)).path("id").stringValue();
        assertThat(entries()).isEmpty();
        assertThat(count("select count(*) from registration where registration_id = '" + id + "'"))
                .isOne();
        assertThat(
                        count(
                                "select count(*) from feed_entry where subject = '"
                                        + event
                                        + "' and data::text like '%"
                                        + id
                                        + "%'"))
                .isOne();
    }

    @Test
    void aSubstitutionAndACancellationAreInItWithMaskedNames() {
        String first = code(api.registered(event, api.person(unit, "Siti Rahayu", NIP)));
        ObjectNode other = json.createObjectNode().put("basis", "Surat tugas 1");
        other.putObject("attendee").put("name", "Budi Santoso");
        String second =
                code(
                        api.read(
                                api.post(
                                                TestTokens.anyone(),
                                                "/api/registrations/" + first + "/substitute",
                                                other)
                                        .expectStatus()
                                        .isOk()));
        api.delete(TestTokens.anyone(), "/api/registrations/" + second)
                .expectStatus()
                .isNoContent();
        api.delete(TestTokens.anyone(), "/api/registrations/" + second)
                .expectStatus()
                .isNoContent();

        JsonNode entries = entries();
        assertThat(actions(entries))
                .containsExactly("registration.cancelled", "registration.substituted");
        assertThat(entries.path(0).path("role").stringValue()).isEqualTo("anyone");
        assertThat(entries.path(1).path("before").path("name").stringValue()).isEqualTo("S… R…");
        assertThat(entries.path(1).path("after").path("name").stringValue()).isEqualTo("B… S…");
        assertThat(entries.toString())
                .doesNotContain("Siti", "Rahayu", "Santoso", NIP.substring(0, 12), first, second);
    }

    @Test
    void whatADeskDoesIsInItWithWhoDidIt() {
        ObjectNode guest = api.person(unit, "Wati Contoh", "");
        api.post(DESK, "/api/events/" + event + "/walk-ins", guest).expectStatus().isCreated();
        ObjectNode excuse =
                json.createObjectNode()
                        .put("unitId", unit.toString())
                        .put("reason", "sakit")
                        .put("note", "dirawat di rumah sakit");
        api.post(DESK, "/api/events/" + event + "/excuses", excuse).expectStatus().isCreated();

        JsonNode entries = entries();
        assertThat(actions(entries)).containsExactly("excuse.recorded", "registration.walk-in");
        assertThat(entries.path(0).path("actor").stringValue()).isEqualTo("desk");
        assertThat(entries.toString()).doesNotContain("dirawat", "Contoh");
        assertThat(
                        count(
                                "select count(*) from registration where registration_id = '"
                                        + entries.path(1).path("subject").path("id").stringValue()
                                        + "'"))
                .isOne();
    }

    @Test
    void whoIsCheckedInWithoutATicketIsInItOnce() {
        api.registered(event, api.person(unit, "Siti", ""));
        Browser.Seen roster = browser.get(DESK, "/panitia/rakor-" + event + "/peserta");
        Matcher action =
                Pattern.compile("action=\"(/presensi/[^\"]+/peserta/[^\"]+)\"")
                        .matcher(roster.html());
        assertThat(action.find()).isTrue();
        for (int i = 0; i < 2; i++) {
            browser.submit(DESK, action.group(1), Map.of("nonce", roster.value("nonce")));
        }
        assertThat(actions(entries())).containsExactly("registration.checked-in");
    }

    @Test
    void anImportIsInItBeforeItsRows() {
        String table = "name,unitId\nSiti," + unit + "\nBudi," + unit + "\n";
        api.send(
                        ORGANISER,
                        "/api/events/" + event + "/registrations/import",
                        MediaType.parseMediaType("text/csv"),
                        table.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isOk();
        JsonNode entries = entries();
        assertThat(actions(entries)).containsExactly("registrations.imported");
        assertThat(entries.path(0).path("after").toString()).isEqualTo("{\"rows\":2}");
    }

    @Test
    void whoTakesAReportAlongIsInItWithWhatWasAskedForAndHowMuchItWas() {
        api.get(ORGANISER, "/api/events/" + event + "/attendance/units?format=csv&kind=opd")
                .expectStatus()
                .isOk();
        JsonNode entries = entries();
        assertThat(actions(entries)).containsExactly("attendance.exported");
        assertThat(entries.path(0).path("after").path("kind").stringValue()).isEqualTo("opd");
        assertThat(entries.path(0).path("after").path("rows").isNumber()).isTrue();
    }

    private long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().block();
    }

    private JsonNode entries() {
        return api.read(
                        api.get(TestTokens.admin(), "/api/audit/kehadiran?eventId=" + event)
                                .expectStatus()
                                .isOk())
                .path("items");
    }

    private static List<String> actions(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("action").stringValue())
                .toList();
    }

    private static String code(JsonNode registration) {
        return registration.path("ticket").path("code").stringValue();
    }
}
