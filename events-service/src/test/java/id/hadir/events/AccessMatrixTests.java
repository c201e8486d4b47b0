package id.hadir.events;

import static id.hadir.kit.test.AccessSample.form;
import static id.hadir.kit.test.AccessSample.json;
import static id.hadir.kit.test.AccessSample.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.kit.qr.QrDrawing;
import id.hadir.kit.security.AccessTable;
import id.hadir.kit.test.AccessMatrix;
import id.hadir.kit.test.AccessSample;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** Every row of the table, called by everybody. */
@ServiceTest
class AccessMatrixTests {

    private static final String SECRET = "Rapat Mirah Delima";
    private static final String REGION = "33.18";
    private static final AtomicInteger REGENCIES = new AtomicInteger();

    @Autowired Caller caller;
    @Autowired AccessTable table;
    @Autowired DatabaseClient database;

    @Value("${local.server.port}")
    int port;

    private String agency = "";
    private MatrixEvents events;
    private AccessMatrix matrix;

    @BeforeEach
    void samples() {
        agency = caller.agency("KPU Kabupaten Pati", REGION);
        events = new MatrixEvents(caller, agency, SECRET);
        String stranger = caller.agency("KPU Kota Salatiga", "33.73");
        matrix =
                new AccessMatrix(
                        table,
                        new AccessMatrix.Place(agency, stranger, REGION, "33.1"),
                        port,
                        database);
        ofLists();
        ofRegistry();
        ofEvents();
        ofInvitations();
        ofLetters();
        ofPages();
        ofForms();
        ofAudit();
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

    /** But previews and warnings, which do nothing, and what is typed and not saved yet. */
    @Test
    void whatIsDoneIsInTheAuditWithWhoDidItAndFromWhere() {
        assertThat(matrix.unaudited())
                .containsExactlyInAnyOrder(
                        "POST /api/events/{id}/invitations/preview",
                        "POST /api/events/clashes",
                        "POST /undangan",
                        "POST /panitia/petunjuk",
                        "POST /panitia/bentrok",
                        "POST /panitia/baru/simpan",
                        "POST /panitia/{slug}/ubah/simpan");
    }

    @Test
    void whoIsMeantGetsThrough() {
        assertThat(matrix.hindrances()).isEmpty();
    }

    @Test
    void theDashboardShowsTheEventsOfTheOwnAgencyAlone() {
        events.draft();
        String stranger = caller.agency("KPU Kota Magelang", "33.71");
        assertThat(page(TestTokens.organiser(agency), "/panitia")).contains(SECRET);
        assertThat(page(TestTokens.organiser(stranger), "/panitia")).doesNotContain(SECRET);
        assertThat(page(TestTokens.desk(stranger), "/panitia")).doesNotContain(SECRET);
    }

    private void ofLists() {
        get("/api/regions", () -> "/api/regions?parent=33");
        get("/api/regions/{code}", () -> "/api/regions/" + REGION);
        get("/api/units", () -> "/api/units?regionCode=33.18.01");
        get("/api/units/{id}", () -> "/api/units/" + events.unit());
        post("/api/units", path -> json(path, text(MatrixEvents.newUnit())));
        post(
                "/api/units/import",
                path -> of(path, MediaType.valueOf("text/csv"), MatrixEvents.unitFile()));
        get("/api/agencies", () -> "/api/agencies");
        get("/api/agencies/{id}", () -> "/api/agencies/" + agency);
        post(
                "/api/agencies",
                path ->
                        json(
                                path,
                                text(
                                        Map.of(
                                                "name",
                                                "KPU " + UUID.randomUUID(),
                                                "kind",
                                                "kpu",
                                                "regionCode",
                                                "33.18"))));
    }

    private void ofRegistry() {
        get("/api/units/{id}/profile", () -> "/api/units/" + events.unit() + "/profile");
        matrix.sample(
                PATCH,
                "/api/units/{id}",
                () -> json("/api/units/" + events.unit(), "{\"phone\":\"0295 381234\"}"));
        post(
                "/api/units/{id}/merge",
                path ->
                        json(
                                about(path, events.unit()),
                                "{\"into\":\"%s\"}".formatted(events.unit())));
        get("/panitia/unit", () -> "/panitia/unit?q=dinas");
        get("/panitia/unit/{id}", () -> "/panitia/unit/" + events.unit());
        post(
                "/panitia/unit/{id}",
                path ->
                        form(
                                about(path, events.unit()),
                                "revision",
                                "1",
                                "name",
                                "Dinas " + UUID.randomUUID()));
        post(
                "/panitia/unit/{id}/keadaan",
                path -> form(about(path, events.unit()), "keadaan", "nonaktif"));
        get(
                "/panitia/unit/{id}/gabung",
                () -> "/panitia/unit/" + events.unit() + "/gabung?ke=" + events.unit());
        post(
                "/panitia/unit/{id}/gabung",
                path -> form(about(path, events.unit()), "ke", events.unit()));
        get("/api/unit-templates", () -> "/api/unit-templates");
        post(
                "/api/units/from-template",
                path ->
                        json(
                                path,
                                "{\"template\":\"kabupaten\",\"regionCode\":\"%s\"}"
                                        .formatted(nextRegency())));
        get("/panitia/unit/templat", () -> "/panitia/unit/templat");
        post(
                "/panitia/unit/templat",
                path -> form(path, "regionCode", nextRegency(), "office", "setda"));
        get("/panitia/unit/impor", () -> "/panitia/unit/impor");
        post(
                "/panitia/unit/impor",
                path -> form(path, "table", MatrixEvents.unitFile(), "lanjut", "impor"));
    }

    /** One that has no office of a template yet: what enters nothing is not in the audit. */
    private static String nextRegency() {
        return "35.%02d".formatted(REGENCIES.incrementAndGet());
    }

    private void ofAudit() {
        get("/api/audit/kegiatan", () -> "/api/audit/kegiatan");
        get("/api/audit/kegiatan/export", () -> "/api/audit/kegiatan/export?action=none");
        get("/api/audit/kegiatan/verify", () -> "/api/audit/kegiatan/verify");
        get("/admin/jejak/kegiatan", () -> "/admin/jejak/kegiatan");
    }

    private void ofEvents() {
        list("/api/events", "/api/events?q=");
        secret("/api/events/{idOrSlug}", () -> "/api/events/" + events.draft());
        post("/api/events", path -> json(path, text(events.event())).ofAgency());
        matrix.sample(
                PATCH,
                "/api/events/{id}",
                () ->
                        of(
                                        "/api/events/" + events.draft(),
                                        MediaType.valueOf("application/merge-patch+json"),
                                        "{\"theme\":\"Baru\"}")
                                .header(HttpHeaders.IF_MATCH, "*"));
        post("/api/events/{id}/publish", path -> of(about(path, events.draft())));
        post(
                "/api/events/{id}/reschedule",
                path ->
                        json(
                                about(path, events.draft()),
                                """
                                {"startsAt":"2027-08-12T09:00:00+07:00",
                                 "endsAt":"2027-08-12T12:00:00+07:00","reason":"Gedung dipakai"}
                                """));
        post(
                "/api/events/{id}/cancel",
                path -> json(about(path, events.draft()), "{\"reason\":\"Ditunda\"}"));
        post("/api/events/{id}/copies", path -> json(about(path, events.draft()), "{}"));
        String weekly = "{\"rrule\":\"FREQ=WEEKLY;COUNT=2\"}";
        post("/api/events/{id}/series", path -> json(about(path, events.draft()), weekly));
        secret(
                "/api/events/{id}/series",
                () -> {
                    String event = events.draft();
                    caller.post(TestTokens.admin(), "/api/events/" + event + "/series", weekly)
                            .expectStatus()
                            .isCreated();
                    return "/api/events/" + event + "/series";
                });
        post("/api/events/clashes", path -> json(path, text(events.event())));
        secret(
                "/api/events/{id}/calendar.ics",
                () -> "/api/events/" + events.draft() + "/calendar.ics");
        month("/api/calendar", "month");
        get("/api/calendar.ics", () -> "/api/calendar.ics?regionCode=33.18");
    }

    private void ofInvitations() {
        String pattern = "/api/events/{id}/invitations";
        String audience = "{\"audience\":[{\"kind\":\"kecamatan\",\"regionCode\":\"33.18\"}]}";
        matrix.sample(
                GET,
                pattern,
                () -> of("/api/events/" + events.invited() + "/invitations").secret("Dukuhseti"));
        matrix.sample(
                GET,
                "/api/events/{id}/invitation-text",
                () ->
                        of("/api/events/" + events.invited() + "/invitation-text")
                                .secret("Dukuhseti"));
        get("/api/events/{id}/waves", () -> "/api/events/" + events.invited() + "/waves");
        post(pattern, path -> json(about(path, events.draft()), audience));
        post(pattern + "/preview", path -> json(about(path, events.draft()), audience));
        matrix.sample(
                DELETE,
                pattern + "/{invitationId}",
                () -> {
                    String event = events.invited();
                    return of("/api/events/" + event + "/invitations/" + events.invitation(event));
                });
    }

    private void ofLetters() {
        String head = "/api/agencies/{id}/letterhead";
        get(head, () -> about(head, agency));
        matrix.sample(
                PUT, head, () -> json(about(head, agency), MatrixEvents.letterhead()).ofAgency());
        matrix.sample(
                PUT,
                head + "/logo",
                () ->
                        of(
                                        about(head, agency) + "/logo",
                                        MediaType.IMAGE_PNG,
                                        QrDrawing.of("logo").png(1))
                                .ofAgency());
        matrix.sample(DELETE, head + "/logo", () -> of(about(head, agency) + "/logo").ofAgency());
        String letter = "/api/events/{id}/letter";
        secret(letter, () -> about(letter, events.draft()));
        matrix.sample(
                PUT, letter, () -> json(about(letter, events.draft()), "{\"dress\":\"PDH\"}"));
        post(letter + "/number", path -> of(about(path, events.draft())));
        post(letter + "/letterhead", path -> of(about(path, events.numbered())));
        get(letter + ".pdf", () -> about(letter, events.draft()) + ".pdf");
        get("/panitia/kop/{id}", () -> "/panitia/kop/" + agency);
        matrix.sample(
                POST,
                "/panitia/kop/{id}",
                () ->
                        form(
                                        "/panitia/kop/" + agency,
                                        "lines",
                                        "KPU KABUPATEN PATI",
                                        "town",
                                        "Pati",
                                        "signer.position",
                                        "Ketua",
                                        "signer.name",
                                        "Contoh")
                                .ofAgency());
        secret("/panitia/{slug}/surat", () -> "/panitia/" + events.slug(events.draft()) + "/surat");
        post(
                "/panitia/{slug}/surat",
                path -> form(about(path, events.slug(events.draft())), "dress", "PDH"));
        get(
                "/panitia/{slug}/surat/pratinjau",
                () -> "/panitia/" + events.slug(events.draft()) + "/surat/pratinjau");
        get(
                "/api/events/{id}/letters.pdf",
                () -> "/api/events/" + events.invited() + "/letters.pdf");
    }

    private void ofPages() {
        list("/", "/?q=");
        month("/kalender", "bulan");
        get("/privasi", () -> "/privasi");
        get("/undangan", () -> "/undangan");
        post("/undangan", path -> form(path, "code", events.code()));
        secret("/kegiatan/{slug}", () -> "/kegiatan/" + events.slug(events.draft()));
        get("/panitia", () -> "/panitia");
        get("/panitia/baru", () -> "/panitia/baru");
        get("/api/venues", () -> "/api/venues?q=hotel");
        get("/panitia/tempat", () -> "/panitia/tempat?venue.name=hotel");
        get("/panitia/tempat/{id}", () -> "/panitia/tempat/" + events.draft());
        get("/panitia/wilayah", () -> "/panitia/wilayah?field=venue.regionCode");
        get("/panitia/tanggal", () -> "/panitia/tanggal?field=date&date=31/1/2027");
        for (String page :
                List.of("", "/ubah", "/jadwal", "/batal", "/salin", "/rangkaian", "/undang")) {
            secret(
                    "/panitia/{slug}" + page,
                    () -> "/panitia/" + events.slug(events.draft()) + page);
        }
        secret(
                "/panitia/{slug}/pratinjau",
                () -> "/panitia/" + events.slug(events.draft()) + "/pratinjau");
        get(
                "/panitia/{slug}/undang/kemajuan",
                () -> "/panitia/" + events.slug(events.draft()) + "/undang/kemajuan");
        get(
                "/panitia/{slug}/undang/hitung",
                () ->
                        "/panitia/"
                                + events.slug(events.draft())
                                + "/undang/hitung?kind=kecamatan&regionCode.province=33");
        get("/api/events/{id}/messages", () -> "/api/events/" + events.invited() + "/messages");
        get("/panitia/{slug}/pesan", () -> "/panitia/" + events.slug(events.draft()) + "/pesan");
    }

    private void ofForms() {
        String[] typed = {
            "type",
            "rakor",
            "title",
            SECRET,
            "date",
            "2027-08-11",
            "startsAt",
            "09:00",
            "venue.name",
            "Hotel New Merdeka",
            "venue.regionCode.province",
            "33",
            "venue.regionCode.regency",
            "33.18",
            "registration.mode",
            "invited",
            "version",
            "1",
            "agencyId",
            agency
        };
        post("/panitia/baru", path -> form(path, typed).ofAgency());
        post("/panitia/{slug}/salin", path -> form(about(path, events.slug(events.draft()))));
        post("/panitia/baru/simpan", path -> form(path, typed));
        post(
                "/panitia/{slug}/rangkaian",
                path ->
                        form(
                                about(path, events.slug(events.draft())),
                                "rule",
                                "FREQ=WEEKLY",
                                "count",
                                "2"));
        post("/panitia/petunjuk", path -> form(path, typed));
        post("/panitia/bentrok", path -> form(path, typed));
        post("/panitia/{slug}/ubah", path -> form(about(path, events.slug(events.draft())), typed));
        post(
                "/panitia/{slug}/ubah/simpan",
                path -> form(about(path, events.slug(events.draft())), typed));
        post("/panitia/{slug}/terbit", path -> form(about(path, events.slug(events.draft()))));
        post(
                "/panitia/{slug}/jadwal",
                path ->
                        form(
                                about(path, events.slug(events.draft())),
                                "date",
                                "2027-08-13",
                                "startsAt",
                                "13:00",
                                "timeZone",
                                "Asia/Jakarta",
                                "reason",
                                "Gedung dipakai"));
        post(
                "/panitia/{slug}/batal",
                path -> form(about(path, events.slug(events.draft())), "reason", "Ditunda"));
        post(
                "/panitia/{slug}/undang",
                path ->
                        form(
                                about(path, events.slug(events.draft())),
                                "kind",
                                "kecamatan",
                                "seats",
                                "1",
                                "regionCode.province",
                                "33",
                                "regionCode.regency",
                                "33.18"));
        matrix.sample(
                POST,
                "/panitia/{slug}/undang/{id}/cabut",
                () -> {
                    String event = events.invited();
                    return form(
                            "/panitia/"
                                    + events.slug(event)
                                    + "/undang/"
                                    + events.invitation(event)
                                    + "/cabut");
                });
    }

    private interface Path {
        String make();
    }

    private interface Body {
        AccessSample at(String path);
    }

    private void get(String pattern, Path path) {
        matrix.sample(GET, pattern, () -> of(path.make()));
    }

    /** A page or list that shows the draft to its organiser, and to nobody else that it exists. */
    private void secret(String pattern, Path path) {
        matrix.sample(GET, pattern, () -> of(path.make()).secret(SECRET));
    }

    /** The same of a list: no other event is called as this one. */
    private void list(String pattern, String path) {
        matrix.sample(
                GET,
                pattern,
                () -> {
                    String name = "Mutiara" + UUID.randomUUID().toString().substring(0, 8);
                    caller.event(agency, events.event(name + " Rahasia"));
                    return of(path + name).secret(name + " Rahasia");
                });
    }

    /** A calendar with a draft in a month that no other test plans for. */
    private void month(String path, String field) {
        matrix.sample(
                GET,
                path,
                () -> {
                    Map<String, Object> event = events.event();
                    event.put("startsAt", "2031-03-12T09:00:00+07:00");
                    event.put("endsAt", "2031-03-12T12:00:00+07:00");
                    caller.event(agency, event);
                    return of(path + "?" + field + "=2031-03").secret(SECRET);
                });
    }

    private void post(String pattern, Body body) {
        matrix.sample(POST, pattern, () -> body.at(pattern));
    }

    private static String about(String pattern, String event) {
        return pattern.replaceFirst("\\{[^}]+}", event);
    }

    private String page(String token, String path) {
        return String.valueOf(
                caller.get(token, path)
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private static String text(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
