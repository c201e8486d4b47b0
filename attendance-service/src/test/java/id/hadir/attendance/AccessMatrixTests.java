package id.hadir.attendance;

import static id.hadir.kit.test.AccessSample.form;
import static id.hadir.kit.test.AccessSample.json;
import static id.hadir.kit.test.AccessSample.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import id.hadir.kit.security.AccessTable;
import id.hadir.kit.test.AccessMatrix;
import id.hadir.kit.test.AccessSample;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every row of the table, called by everybody. */
@ServiceTest
class AccessMatrixTests {

    private static final String REGION = "36.04.99";
    private static final String UNIT = "Kecamatan Zamrud";
    private static final String PERSON = "Siti Zamrudiah";

    @Autowired Sample sample;
    @Autowired Api api;
    @Autowired Browser browser;
    @Autowired AccessTable table;
    @Autowired DatabaseClient database;

    @Value("${local.server.port}")
    int port;

    private AccessMatrix matrix;

    /** An event with two offices of the region, one of which has registered somebody. */
    private record Prepared(UUID event, UUID free, JsonNode registration) {

        String slug() {
            return "rakor-" + event;
        }

        String code() {
            return registration.path("ticket").path("code").stringValue();
        }
    }

    @BeforeEach
    void samples() {
        matrix =
                new AccessMatrix(
                        table,
                        new AccessMatrix.Place(
                                Sample.AGENCY, UUID.randomUUID().toString(), REGION, "36.04.9"),
                        port,
                        database);
        ofRegistration();
        ofDesk();
        ofAnswers();
        ofReports();
        ofRegistrationPages();
        ofTicketPages();
        ofDeskPages();
        ofTicketKeys();
        ofAudit();
        ofPrivacy();
        ofOwnData();
        ofReminders();
    }

    private void ofPrivacy() {
        String nobody = UUID.randomUUID().toString();
        String people = "/api/people/";
        String ids = "{\"registrationIds\":[\"%s\"]".formatted(nobody);
        everybodys(POST, people + "search", p -> json(p, "{\"nip\":\"" + Api.nip(1) + "\"}"));
        everybodys(POST, people + "export", path -> json(path, ids + "}"));
        everybodys(
                POST,
                people + "erase",
                path -> json(path, ids + ",\"reason\":\"request\",\"confirm\":true}"));
        everybodys(POST, "/api/retention/runs", path -> json(path, "{\"dryRun\":true}"));
        everybodys(GET, "/api/retention/runs", AccessSample::of);
        String page = "/admin/privasi";
        everybodys(GET, page, AccessSample::of);
        everybodys(POST, page + "/cari", path -> form(path, "nip", Api.nip(1)));
        everybodys(POST, page + "/unduh", path -> form(path, "registrationId", nobody));
        everybodys(
                POST,
                page + "/hapus",
                path ->
                        form(
                                path,
                                "registrationId",
                                nobody,
                                "step",
                                "confirm",
                                "reason",
                                "request",
                                "confirm",
                                "true"));
        everybodys(POST, page + "/masa-simpan", path -> form(path, "dryRun", "true"));
    }

    private void ofReminders() {
        on(GET, "/tiket/{code}/pengingat", (path, _) -> of(path));
        on(GET, "/api/events/{id}/registrations/messages", (path, p) -> resent(path, p));
        on(GET, "/panitia/{slug}/peserta/pesan", (path, p) -> resent(path, p));
        for (HttpMethod method : List.of(GET, POST)) {
            matrix.sample(
                    method,
                    "/tiket/pengingat/{token}",
                    () -> {
                        String ofTicket = "/tiket/" + prepared().code() + "/pengingat";
                        String page = browser.get(TestTokens.anyone(), ofTicket).location();
                        return method == GET ? of(page) : form(page);
                    });
        }
    }

    private AccessSample resent(String path, Prepared p) {
        String wish = "{\"contact\":\"camat@example.go.id\"}";
        api.post(TestTokens.anyone(), "/api/events/" + p.event() + "/tickets/resend", wish);
        return of(path).secret(PERSON);
    }

    private void ofOwnData() {
        String ticket = "/api/registrations/{code}";
        on(GET, ticket + "/data", (path, _) -> of(path).secret(PERSON));
        on(PATCH, ticket, (path, _) -> json(path, "{\"attendee\":{\"position\":\"Lurah\"}}"));
        on(POST, ticket + "/objections", (path, _) -> json(path, "{\"text\":\"Keliru\"}"));
        String page = "/tiket/{code}/data";
        on(GET, page, (path, _) -> of(path).secret(PERSON));
        on(GET, page + "/ubah", (path, _) -> of(path).secret(PERSON));
        on(POST, page + "/ubah", (path, _) -> form(path, "attendee.name", PERSON));
        on(POST, page + "/keberatan", (path, _) -> form(path, "text", "Keliru"));
        on(GET, "/api/events/{id}/registrations/objections", (path, p) -> objected(path, p));
        on(GET, "/panitia/{slug}/peserta/keberatan", (path, p) -> objected(path, p));
        matrix.sample(
                POST,
                "/api/events/{id}/registrations/objections/{objectionId}/answer",
                () -> {
                    Prepared p = prepared();
                    String path = "/api/events/" + p.event() + "/registrations/objections/";
                    return json(path + objection(p) + "/answer", "{\"text\":\"Sudah\"}");
                });
        matrix.sample(
                POST,
                "/panitia/{slug}/peserta/keberatan/{objectionId}",
                () -> {
                    Prepared p = prepared();
                    String path = "/panitia/" + p.slug() + "/peserta/keberatan/" + objection(p);
                    return form(path, "text", "Sudah");
                });
    }

    private AccessSample objected(String path, Prepared p) {
        objection(p);
        return of(path).secret(PERSON);
    }

    private String objection(Prepared p) {
        return api.read(
                        api.post(
                                TestTokens.anyone(),
                                "/api/registrations/" + p.code() + "/objections",
                                "{\"text\":\"Keliru\"}"))
                .path("id")
                .stringValue();
    }

    /** Of no event, so that nothing need be prepared. */
    private void everybodys(HttpMethod method, String path, Function<String, AccessSample> sample) {
        matrix.sample(method, path, () -> sample.apply(path));
    }

    /** Of a key that signs nothing. */
    private void ofTicketKeys() {
        matrix.sample(GET, "/api/ticket-keys", () -> of("/api/ticket-keys"));
        matrix.sample(
                POST,
                "/api/ticket-keys/{kid}/withdraw",
                () -> {
                    String kid = UUID.randomUUID().toString();
                    database.sql(
                                    "insert into ticket_key (kid, algorithm, secret, created_at)"
                                            + " values (:kid, 'HmacSHA256', :kid::bytea, now())")
                            .bind("kid", kid)
                            .then()
                            .block();
                    return of("/api/ticket-keys/" + kid + "/withdraw");
                });
    }

    private void ofAudit() {
        String api = "/api/audit/kehadiran";
        for (String path :
                List.of(api, api + "/export", api + "/verify", "/admin/jejak/kehadiran")) {
            matrix.sample(GET, path, () -> of(path));
        }
    }

    @Test
    void everyRowHasASample() {
        assertThat(matrix.gaps()).isEmpty();
    }

    @Test
    void aSessionChangesNothingWithoutTheTokenOfItsPages() {
        assertThat(matrix.forgeable()).isEmpty();
    }

    @Test
    void whoIsShutOutIsToldNothingAndChangesNothing() {
        assertThat(matrix.breaches()).isEmpty();
    }

    /**
     * But registrations, whose rows and feed entries are kept (a rush of thousands would write them
     * twice); scans of tickets, whose rows say who scanned them; looking for people and tickets;
     * and asking for a lost one, of which the letter is kept.
     */
    @Test
    void whatIsDoneIsInTheAuditWithWhoDidItAndFromWhere() {
        assertThat(matrix.unaudited())
                .containsExactlyInAnyOrder(
                        "POST /api/events/{id}/registrations",
                        "POST /kegiatan/{slug}/daftar",
                        "POST /api/events/{id}/check-ins",
                        "POST /api/events/{id}/check-ins/batch",
                        "POST /presensi/{slug}",
                        "POST /panitia/{slug}/peserta",
                        "POST /api/people/search",
                        "POST /admin/privasi/cari",
                        "POST /tiket",
                        "POST /tiket/hilang",
                        "POST /api/events/{id}/tickets/resend");
    }

    @Test
    void whoIsMeantGetsThrough() {
        assertThat(matrix.hindrances()).isEmpty();
    }

    private void ofRegistration() {
        String event = "/api/events/{id}";
        on(POST, event + "/registrations", (path, p) -> json(path, person(p)));
        on(GET, event + "/availability", (path, _) -> of(path));
        on(GET, event + "/registrations", (path, _) -> of(path).secret(PERSON));
        on(
                POST,
                event + "/registrations/import",
                (path, p) ->
                        of(
                                path,
                                MediaType.valueOf("text/csv"),
                                "name,unitId\nBudi," + p.free() + "\n"));
        on(
                POST,
                event + "/tickets/resend",
                (path, _) -> json(path, "{\"contact\":\"081234567890\"}"));
        String ticket = "/api/registrations/{code}";
        on(GET, ticket, (path, _) -> of(path).secret(PERSON));
        on(DELETE, ticket, (path, _) -> of(path));
        on(
                POST,
                ticket + "/substitute",
                (path, p) ->
                        json(
                                path,
                                "{\"attendee\":"
                                        + api.person(p.free(), "Budi", "").path("attendee")
                                        + ",\"basis\":\"Surat tugas 800/12\"}"));
    }

    private void ofDesk() {
        String event = "/api/events/{id}";
        on(POST, event + "/check-ins", (path, p) -> json(path, scan(p)));
        on(
                POST,
                event + "/check-ins/batch",
                (path, p) -> json(path, "{\"scans\":[" + scan(p) + "]}"));
        on(POST, event + "/walk-ins", (path, p) -> json(path, person(p)));
        on(
                POST,
                event + "/excuses",
                (path, p) ->
                        json(path, "{\"unitId\":\"%s\",\"reason\":\"izin\"}".formatted(p.free())));
    }

    private void ofAnswers() {
        String answers = "/api/events/{id}/answers";
        on(
                POST,
                answers,
                (path, p) ->
                        json(
                                path,
                                "{\"invitationToken\":\"token-%s\",\"answer\":\"coming\"}"
                                        .formatted(p.free())));
        on(GET, answers, (path, _) -> of(path).secret(UNIT));
        String page = "/kegiatan/{slug}/jawab";
        on(GET, page, (path, p) -> of(path + "?undangan=token-" + p.free()));
        on(
                POST,
                page,
                (path, p) -> form(path, "invitation", "token-" + p.free(), "answer", "coming"));
        on(GET, "/panitia/{slug}/jawaban", (path, _) -> of(path).secret(UNIT));
    }

    private void ofReports() {
        String attendance = "/api/events/{id}/attendance";
        on(GET, attendance, (path, _) -> of(path).secret("\"invitedUnits\":2"));
        on(GET, attendance + "/stream", (path, _) -> of(path).secret("\"invitedUnits\":2"));
        on(GET, attendance + "/sheet.pdf", (path, _) -> of(path));
        for (String format : List.of("json", "csv", "xlsx")) {
            String query = "?limit=200&regionCode=" + REGION + "&format=" + format;
            on(GET, attendance + "/units", (path, _) -> of(path + query).secret(UNIT));
            on(GET, "/api/reports/attendance", (path, _) -> of(path + query).secret(UNIT));
        }
        on(GET, "/laporan", (path, _) -> of(path));
        on(GET, "/laporan/{slug}", (path, _) -> of(path).secret(UNIT));
    }

    private void ofRegistrationPages() {
        String page = "/kegiatan/{slug}/daftar";
        on(GET, page, (path, _) -> of(path));
        on(GET, page + "/kantor", (path, _) -> of(path + "?office=zamrud"));
        on(
                POST,
                page,
                (path, p) ->
                        form(
                                path,
                                "key",
                                UUID.randomUUID().toString(),
                                "unitId",
                                p.free().toString(),
                                "attendee.name",
                                "Budi",
                                "attendee.position",
                                "Camat",
                                "attendee.phone",
                                "081234567890",
                                "presence",
                                "self",
                                "noticeAccepted",
                                "true"));
        on(GET, "/panitia/{slug}/peserta", (path, _) -> of(path).secret(PERSON));
        on(POST, "/panitia/{slug}/peserta", (path, _) -> form(path, "q", "zam").secret(PERSON));
    }

    private void ofTicketPages() {
        String ticket = "/tiket/{code}";
        on(GET, "/tiket", (path, _) -> of(path));
        on(POST, "/tiket", (path, p) -> form(path, "ticket", p.code()));
        on(GET, "/tiket/hilang", (path, _) -> of(path));
        on(POST, "/tiket/hilang", (path, _) -> form(path, "contact", "siti@example.go.id"));
        on(GET, ticket, (path, _) -> of(path).secret(PERSON));
        on(GET, ticket + "/batal", (path, _) -> of(path));
        on(POST, ticket + "/batal", (path, _) -> form(path));
        on(GET, ticket + "/ganti", (path, _) -> of(path));
        on(
                POST,
                ticket + "/ganti",
                (path, _) ->
                        form(
                                path,
                                "attendee.name",
                                "Budi",
                                "attendee.position",
                                "Sekretaris Kecamatan",
                                "attendee.phone",
                                "081234567891",
                                "basis",
                                "Surat tugas 800/12"));
    }

    private void ofDeskPages() {
        String desk = "/presensi/{slug}";
        on(GET, desk, (path, _) -> of(path));
        on(
                POST,
                desk,
                (path, p) -> form(path, "ticket", p.code(), "nonce", "n", "device", "pintu"));
        String participant = "/panitia/{slug}/peserta/{registrationId}";
        matrix.sample(
                POST,
                participant + "/kirim-ulang",
                () -> form(participantAt(prepared(), participant) + "/kirim-ulang"));
        matrix.sample(
                GET,
                participant + "/whatsapp",
                () -> AccessSample.of(participantAt(prepared(), participant) + "/whatsapp"));
        matrix.sample(
                POST,
                desk + "/peserta/{registrationId}",
                () -> {
                    Prepared p = prepared();
                    String person = p.registration().path("id").stringValue();
                    return form("/presensi/" + p.slug() + "/peserta/" + person, "nonce", "n");
                });
        on(GET, desk + "/tamu", (path, _) -> of(path));
        on(GET, desk + "/tamu/kantor", (path, _) -> of(path + "?office=zamrud").secret(UNIT));
        on(
                POST,
                desk + "/tamu",
                (path, p) ->
                        form(
                                path,
                                "key",
                                UUID.randomUUID().toString(),
                                "attendee.name",
                                "Budi",
                                "unitId",
                                p.free().toString()));
        on(GET, desk + "/izin", (path, _) -> of(path));
        on(GET, desk + "/izin/kantor", (path, _) -> of(path + "?office=zamrud").secret(UNIT));
        on(
                POST,
                desk + "/izin",
                (path, p) -> form(path, "unitId", p.free().toString(), "reason", "izin"));
    }

    private static String participantAt(Prepared p, String pattern) {
        return pattern.replace("{slug}", p.slug())
                .replace("{registrationId}", p.registration().path("id").stringValue());
    }

    private interface Maker {
        AccessSample make(String path, Prepared prepared);
    }

    private void on(HttpMethod method, String pattern, Maker maker) {
        Function<Prepared, String> path =
                p ->
                        pattern.replace("{id}", p.event().toString())
                                .replace("{slug}", p.slug())
                                .replace("{code}", p.code());
        matrix.sample(
                method,
                pattern,
                () -> {
                    Prepared p = prepared();
                    return maker.make(path.apply(p), p);
                });
    }

    private Prepared prepared() {
        UUID event = sample.event(e -> e);
        UUID taken = sample.unit(UNIT, "kecamatan", REGION);
        UUID free = sample.unit(UNIT + " Utara", "kecamatan", REGION);
        sample.invite(event, taken, 1);
        sample.invite(event, free, 1);
        ObjectNode person = api.person(taken, PERSON, "");
        person.withObject("attendee").put("email", "camat@example.go.id");
        return new Prepared(event, free, api.registered(event, person));
    }

    private String person(Prepared p) {
        return api.person(p.free(), "Budi", "").toString();
    }

    private static String scan(Prepared p) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("ticket", p.code())
                .put("nonce", UUID.randomUUID().toString())
                .put("device", "pintu-1")
                .toString();
    }
}
