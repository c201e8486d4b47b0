package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event, its agency, accounts, offices, attendees and papers, all of which bear names that some
 * page, spreadsheet, calendar or template would obey.
 */
final class HostileNames {

    static final String SCRIPT = "<script>alert(1)</script>";
    static final String IMAGE = "\"><img src=x onerror=alert(1)>";

    static final List<String> TEXTS =
            List.of(
                    SCRIPT,
                    IMAGE,
                    "'><svg/onload=alert(1)>",
                    "</title></textarea><a href=javascript:alert(1)>a</a>",
                    "javascript:alert(1)",
                    "' onfocus='alert(1)' autofocus='",
                    "=cmd|' /C calc'!A0",
                    "+KL1",
                    "-MN1",
                    "@SUM(A1)",
                    "\t=AB1",
                    " =CD1",
                    "＝EF1",
                    "a;=GH1",
                    "\u200b=IJ1",
                    "\u202Egnp.exe",
                    "e" + "\u0301".repeat(90),
                    "Rapat {{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
                    "%0d%0aSet-Cookie: hadir=1",
                    "Rapat\r\nDTSTART:20200101T000000Z\r\nEND:VEVENT",
                    "👩‍💼 Ibu \uD83C\uDDEE\uD83C\uDDE9",
                    "O'Brien \"Ani\" `id` \\ \\n");

    /** For what takes a call each. */
    private static final List<String> SOME =
            List.of(SCRIPT, IMAGE, TEXTS.get(6), TEXTS.get(15), TEXTS.get(19), TEXTS.getLast());

    private static final String NUL = "Budi\u0000Ani";

    final Rakor.Agency agency;
    final String agencyId;
    final String eventId;
    final String slug;
    final String unitId;
    final String materialId;
    final List<String> tickets = new ArrayList<>();
    private String registrationId = "";
    private final String token;
    private final String accountId;
    private final Api admin = Api.asAdmin();
    private final Api organiser;

    HostileNames() {
        agency = Rakor.Agency.make(SCRIPT + IMAGE + " " + UUID.randomUUID(), IMAGE + SCRIPT);
        agencyId = agency.id();
        organiser = agency.asOrganiser();
        unitId = office(IMAGE + UUID.randomUUID());
        SOME.forEach(text -> office(text + " " + UUID.randomUUID()));
        JsonNode event = organiser.post("/api/events", event(IMAGE + SCRIPT)).expect(201);
        eventId = event.path("id").asString();
        slug = event.path("slug").asString();
        organiser.post(path("/invitations"), Map.of("audience", List.of(audience()))).expect(200);
        organiser.post(path("/publish"), Map.of()).expect(200);
        materialId = papers();
        attendees();
        desk();
        otherEvents();
        token =
                organiser
                        .get(path("/invitations"))
                        .expect(200)
                        .path("items")
                        .path(0)
                        .path("token")
                        .asString();
        accountId = accountId();
    }

    String path(String rest) {
        return "/api/events/" + eventId + rest;
    }

    private String office(String name) {
        Map<String, Object> unit = new LinkedHashMap<>();
        unit.put("name", name);
        unit.put("kind", "opd");
        unit.put("regionCode", "36.04");
        unit.put("headTitle", name);
        return admin.post("/api/units", unit).expect(201).path("id").asString();
    }

    private Map<String, Object> audience() {
        return Map.of("unitIds", List.of(unitId), "seats", 400, "inPerson", false);
    }

    private Map<String, Object> event(String title) {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(14);
        List<Map<String, Object>> agenda = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            String at = "%sT%02d:%02d:00+07:00";
            agenda.add(
                    Map.of(
                            "startsAt",
                            at.formatted(day, 9 + i / 30, i * 2 % 60),
                            "endsAt",
                            at.formatted(day, 9 + i / 30, i * 2 % 60 + 1),
                            "title",
                            TEXTS.get(i),
                            "speakers",
                            List.of(
                                    Map.of(
                                            "name", TEXTS.get(i),
                                            "position", TEXTS.get(i),
                                            "role", "narasumber"))));
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "sosialisasi");
        event.put("title", title);
        event.put("theme", SCRIPT);
        event.put("agencyId", agencyId);
        event.put("coOrganisers", TEXTS);
        event.put("venue", Map.of("name", IMAGE, "address", SCRIPT, "regionCode", "36.04.06"));
        event.put("startsAt", day + "T09:00:00+07:00");
        event.put("endsAt", day + "T12:00:00+07:00");
        event.put("timeZone", "Asia/Jakarta");
        event.put("capacity", 500);
        event.put("registration", Map.of("mode", "invited", "waitlist", true));
        event.put("agenda", agenda);
        return event;
    }

    private String papers() {
        String last = "";
        for (String text : SOME) {
            Map<String, String> fields =
                    Map.of("title", text, "kind", "circular", "audience", "public");
            String name = text.replaceAll("[\r\n]", "") + ".pdf";
            byte[] content = ("%PDF-1.4 " + text).getBytes(StandardCharsets.UTF_8);
            last =
                    organiser
                            .upload(path("/materials"), fields, name, content)
                            .expect(201)
                            .path("id")
                            .asString();
        }
        return last;
    }

    private void attendees() {
        for (int i = 0; i < TEXTS.size(); i++) {
            JsonNode registered =
                    Api.asAnyone()
                            .post(path("/registrations"), registration(TEXTS.get(i), i))
                            .expect(201);
            tickets.add(registered.path("ticket").path("code").asString());
            registrationId = registered.path("id").asString();
        }
        for (String field : List.of("name", "position")) {
            Map<String, Object> attendee = new LinkedHashMap<>(attendee("Budi", 999));
            attendee.put(field, NUL);
            Map<String, Object> refused = new LinkedHashMap<>(registration("Budi", 999));
            refused.put("attendee", attendee);
            Api.asAnyone().post(path("/registrations"), refused).expect(422);
        }
        admin.post("/api/units", Map.of("name", NUL, "kind", "opd")).expect(422);
    }

    private Map<String, Object> registration(String text, int number) {
        Map<String, Object> registration = new LinkedHashMap<>();
        registration.put("unitId", unitId);
        registration.put("attendee", attendee(text, number));
        registration.put("representing", Map.of("position", text, "name", text, "basis", text));
        registration.put("noticeAccepted", true);
        return registration;
    }

    private static Map<String, Object> attendee(String text, int number) {
        return Map.of(
                "name",
                text,
                "nip",
                "197805122003121%03d".formatted(number),
                "position",
                text,
                "phone",
                "081234567890");
    }

    /** Present, excused and walked in. */
    private void desk() {
        Api desk = Api.as(agency.desk(), agency.password());
        desk.post(
                        path("/check-ins"),
                        Map.of(
                                "ticket", tickets.getFirst(),
                                "device", IMAGE,
                                "nonce", UUID.randomUUID().toString()))
                .expect(200);
        desk.post(
                        path("/walk-ins"),
                        Map.of("unitId", unitId, "attendee", attendee(IMAGE + " Tamu", 500)))
                .expect(201);
        desk.post(path("/excuses"), Map.of("unitId", unitId, "reason", "izin", "note", IMAGE))
                .expect(201);
    }

    /** One called off and one put off, with what is said of both. */
    private void otherEvents() {
        for (String text : SOME) {
            String id =
                    organiser.post("/api/events", event(text)).expect(201).path("id").asString();
            organiser.post("/api/events/" + id + "/publish", Map.of()).expect(200);
            if (text.equals(SCRIPT)) {
                move(id, text);
            }
            organiser.post("/api/events/" + id + "/cancel", Map.of("reason", text)).expect(200);
        }
    }

    private void move(String id, String reason) {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(21);
        organiser
                .post(
                        "/api/events/" + id + "/reschedule",
                        Map.of(
                                "startsAt",
                                day + "T09:00:00+07:00",
                                "endsAt",
                                day + "T12:00:00+07:00",
                                "venue",
                                Map.of("name", IMAGE, "regionCode", "36.04.06"),
                                "reason",
                                reason))
                .expect(200);
    }

    /** What stands for the variables of a row's path, or null for one that is not known here. */
    @Nullable String sample(String pattern) {
        String path =
                pattern.replace(
                                "/kegiatan/{slug}/jawab",
                                "/kegiatan/" + slug + "/jawab?undangan=" + token)
                        .replace("{slug}", slug)
                        .replace("{idOrSlug}", slug)
                        .replace("{materialId}", materialId)
                        .replace("{registrationId}", registrationId)
                        .replace("/api/materials/{id}", "/api/materials/" + materialId)
                        .replace("/api/regions/{code}", "/api/regions/36.04")
                        .replace("{code}", tickets.get(1))
                        .replace("/api/events/{id}", "/api/events/" + eventId)
                        .replace("/api/units/{id}", "/api/units/" + unitId)
                        .replace("/api/agencies/{id}", "/api/agencies/" + agencyId)
                        .replace("/panitia/kop/{id}", "/panitia/kop/" + agencyId)
                        .replace("/panitia/tempat/{id}", "/panitia/tempat/" + eventId)
                        .replace("/panitia/unit/{id}", "/panitia/unit/" + unitId)
                        .replace("/api/accounts/{id}", "/api/accounts/" + accountId)
                        .replace("/admin/akun/{id}", "/admin/akun/" + accountId);
        return path.contains("{") ? null : path;
    }

    private String accountId() {
        JsonNode found =
                admin.post("/api/accounts/search", Map.of("q", agency.organiser())).expect(200);
        JsonNode account = found.path("items").path(0);
        assertThat(account.path("username").asString()).isEqualTo(agency.organiser());
        return account.path("id").asString();
    }
}
