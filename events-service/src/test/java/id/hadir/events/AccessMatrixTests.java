package id.hadir.events;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every row of the table, called by everybody. */
@ServiceTest
class AccessMatrixTests {

    private static final String SECRET = "Rapat Zamrud";
    private static final String REGION = "33.18";

    @Autowired Caller caller;
    @Autowired AccessTable table;
    @Autowired DatabaseClient database;

    @Value("${local.server.port}")
    int port;

    private String agency = "";
    private AccessMatrix matrix;

    @BeforeEach
    void samples() {
        agency = caller.agency("KPU Kabupaten Pati", REGION);
        String stranger = caller.agency("KPU Kota Salatiga", "33.73");
        matrix =
                new AccessMatrix(
                        table,
                        new AccessMatrix.Place(agency, stranger, REGION, "33.1"),
                        port,
                        database);
        ofLists();
        ofEvents();
        ofInvitations();
        ofPages();
        ofForms();
    }

    @Test
    void everyRowHasASample() {
        assertThat(matrix.gaps()).isEmpty();
    }

    @Test
    void whoIsShutOutIsToldNothingAndChangesNothing() {
        assertThat(matrix.breaches()).isEmpty();
    }

    @Test
    void whoIsMeantGetsThrough() {
        assertThat(matrix.hindrances()).isEmpty();
    }

    @Test
    void theDashboardShowsTheEventsOfTheOwnAgencyAlone() {
        draft();
        String stranger = caller.agency("KPU Kota Magelang", "33.71");
        assertThat(page(TestTokens.organiser(agency), "/panitia")).contains(SECRET);
        assertThat(page(TestTokens.organiser(stranger), "/panitia")).doesNotContain(SECRET);
        assertThat(page(TestTokens.desk(stranger), "/panitia")).doesNotContain(SECRET);
    }

    private void ofLists() {
        get("/api/regions", () -> "/api/regions?parent=33");
        get("/api/regions/{code}", () -> "/api/regions/" + REGION);
        get("/api/units", () -> "/api/units?regionCode=33.18.01");
        get("/api/units/{id}", () -> "/api/units/" + unit().path("id").stringValue());
        post("/api/units", path -> json(path, text(newUnit())));
        post("/api/units/import", path -> of(path, MediaType.valueOf("text/csv"), unitFile()));
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

    private void ofEvents() {
        list("/api/events", "/api/events?q=");
        secret("/api/events/{idOrSlug}", () -> "/api/events/" + draft());
        post("/api/events", path -> json(path, text(event())).ofAgency());
        matrix.sample(
                PATCH,
                "/api/events/{id}",
                () ->
                        of(
                                        "/api/events/" + draft(),
                                        MediaType.valueOf("application/merge-patch+json"),
                                        "{\"theme\":\"Baru\"}")
                                .header(HttpHeaders.IF_MATCH, "*"));
        post("/api/events/{id}/publish", path -> of(about(path, draft())));
        post(
                "/api/events/{id}/reschedule",
                path ->
                        json(
                                about(path, draft()),
                                """
                                {"startsAt":"2027-08-12T09:00:00+07:00",
                                 "endsAt":"2027-08-12T12:00:00+07:00","reason":"Gedung dipakai"}
                                """));
        post(
                "/api/events/{id}/cancel",
                path -> json(about(path, draft()), "{\"reason\":\"Ditunda\"}"));
        secret("/api/events/{id}/calendar.ics", () -> "/api/events/" + draft() + "/calendar.ics");
        get("/api/calendar.ics", () -> "/api/calendar.ics?regionCode=33.18");
    }

    private void ofInvitations() {
        String pattern = "/api/events/{id}/invitations";
        String audience = "{\"audience\":[{\"kind\":\"kecamatan\",\"regionCode\":\"33.18\"}]}";
        matrix.sample(
                GET,
                pattern,
                () -> of("/api/events/" + invited() + "/invitations").secret("Dukuhseti"));
        post(pattern, path -> json(about(path, draft()), audience));
        post(pattern + "/preview", path -> json(about(path, draft()), audience));
        matrix.sample(
                DELETE,
                pattern + "/{invitationId}",
                () -> {
                    String event = invited();
                    return of("/api/events/" + event + "/invitations/" + invitation(event));
                });
    }

    private void ofPages() {
        list("/", "/?q=");
        get("/privasi", () -> "/privasi");
        secret("/kegiatan/{slug}", () -> "/kegiatan/" + slug(draft()));
        get("/panitia", () -> "/panitia");
        get("/panitia/baru", () -> "/panitia/baru");
        get("/panitia/wilayah", () -> "/panitia/wilayah?field=venue.regionCode");
        for (String page : List.of("", "/ubah", "/jadwal", "/batal", "/undang")) {
            secret("/panitia/{slug}" + page, () -> "/panitia/" + slug(draft()) + page);
        }
        get(
                "/panitia/{slug}/undang/hitung",
                () ->
                        "/panitia/"
                                + slug(draft())
                                + "/undang/hitung?kind=kecamatan&regionCode.province=33");
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
        post("/panitia/{slug}/ubah", path -> form(about(path, slug(draft())), typed));
        post("/panitia/{slug}/terbit", path -> form(about(path, slug(draft()))));
        post(
                "/panitia/{slug}/jadwal",
                path ->
                        form(
                                about(path, slug(draft())),
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
                path -> form(about(path, slug(draft())), "reason", "Ditunda"));
        post(
                "/panitia/{slug}/undang",
                path ->
                        form(
                                about(path, slug(draft())),
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
                    String event = invited();
                    return form(
                            "/panitia/" + slug(event) + "/undang/" + invitation(event) + "/cabut");
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
                    caller.event(agency, event(name + " Rahasia"));
                    return of(path + name).secret(name + " Rahasia");
                });
    }

    private void post(String pattern, Body body) {
        matrix.sample(POST, pattern, () -> body.at(pattern));
    }

    private static String about(String pattern, String event) {
        return pattern.replaceFirst("\\{[^}]+}", event);
    }

    private Map<String, Object> event() {
        return event(SECRET);
    }

    private Map<String, Object> event(String title) {
        Map<String, Object> event = new HashMap<>();
        event.put("type", "rakor");
        event.put("title", title);
        event.put("agencyId", agency);
        event.put("venue", Map.of("name", "Hotel New Merdeka", "regionCode", "33.18"));
        event.put("startsAt", "2027-08-11T09:00:00+07:00");
        event.put("endsAt", "2027-08-11T12:00:00+07:00");
        event.put("timeZone", "Asia/Jakarta");
        event.put("registration", Map.of("mode", "invited", "waitlist", true));
        return event;
    }

    private String draft() {
        return caller.event(agency, event()).path("id").stringValue();
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

    private String slug(String event) {
        return caller.getJson(TestTokens.admin(), "/api/events/" + event)
                .path("slug")
                .stringValue();
    }

    private String invited() {
        String event = draft();
        caller.post(
                        TestTokens.admin(),
                        "/api/events/" + event + "/invitations",
                        "{\"audience\":[{\"kind\":\"kecamatan\",\"regionCode\":\"33.18\"}]}")
                .expectStatus()
                .isOk();
        return event;
    }

    private String invitation(String event) {
        return caller.getJson(TestTokens.admin(), "/api/events/" + event + "/invitations?limit=1")
                .path("items")
                .path(0)
                .path("id")
                .stringValue();
    }

    private JsonNode unit() {
        return caller.json(caller.post(TestTokens.admin(), "/api/units", newUnit()));
    }

    private static Map<String, Object> newUnit() {
        return Map.of("name", "Dinas " + UUID.randomUUID(), "kind", "opd", "regionCode", "33.18");
    }

    private static String unitFile() {
        return "name,kind,regionCode,headTitle,email,phone\nDinas "
                + UUID.randomUUID()
                + ",opd,33.18,Kepala Dinas,,\n";
    }

    private static String text(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
