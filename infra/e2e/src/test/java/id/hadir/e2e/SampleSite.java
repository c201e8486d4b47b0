package id.hadir.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two agencies with their events, so that any call can be good: whose ids these are, and who calls.
 *
 * @param tokens by role, and that of a stranger's organiser
 * @param known values by the names of fields and parameters; of a path's variable by what stands
 *     before it, too: {@code events.id}
 */
record SampleSite(
        Rakor.Agency agency, Map<String, String> tokens, Map<String, List<String>> known) {

    static final String STRANGER = "stranger";

    private static final Pattern VARIABLE = Pattern.compile("([^/{}]*)/\\{([A-Za-z]+)}");

    static SampleSite make() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Rakor.Agency agency = Rakor.Agency.make();
        Rakor.Agency stranger = Rakor.Agency.make();
        Rakor open = Rakor.make(agency, 10_000);
        Rakor full = Rakor.make(agency, 1);
        agency.asOrganiser()
                .post(
                        "/api/events/" + open.id() + "/series",
                        Map.of("rrule", "FREQ=WEEKLY;COUNT=2", "withRoster", false))
                .expect(201);
        account("fuzz-admin-" + mark, agency);
        String account = account("fuzz-" + mark, agency);
        String unit = Rakor.unit("Baros");
        RunningSystem.await(
                "the events' copies",
                Duration.ofMinutes(1),
                () -> register(open, unit, "Siti Rahayu").status() != 404);
        String material = material(open, agency);
        String ticket =
                register(open, unit, "Budi Santoso")
                        .expect(201)
                        .path("ticket")
                        .path("code")
                        .asString();
        String cursor =
                Api.asAnyone().get("/api/units?limit=1").expect(200).path("next").asString();

        return new SampleSite(
                agency,
                Map.of(
                        "admin",
                        token("fuzz-admin-" + mark, agency),
                        "organiser",
                        token(agency.organiser(), agency),
                        "desk",
                        token(agency.desk(), agency),
                        "official",
                        token(agency.official(), agency),
                        STRANGER,
                        token(stranger.organiser(), stranger)),
                Map.ofEntries(
                        Map.entry("events.id", List.of(open.id(), open.slug(), full.id())),
                        Map.entry("eventId", List.of(open.id(), full.id())),
                        Map.entry("materials.id", List.of(material)),
                        Map.entry("units.id", List.of(office(mark))),
                        Map.entry("unitId", List.of(unit, Rakor.unit("Anyar"))),
                        Map.entry("unitIds", List.of(unit)),
                        Map.entry("agencies.id", List.of(agency.id())),
                        Map.entry("kop.id", List.of(agency.id())),
                        Map.entry("tempat.id", List.of(open.id())),
                        Map.entry("agencyId", List.of(agency.id())),
                        Map.entry("regions.code", List.of("36", "36.04")),
                        Map.entry("regionCode", List.of("36.04", "36.04.06", "36")),
                        Map.entry("parent", List.of("36")),
                        Map.entry("registrations.code", List.of(ticket)),
                        Map.entry("ticket", List.of(ticket)),
                        Map.entry("X-Ticket", List.of(ticket)),
                        Map.entry("code", List.of(ticket)),
                        Map.entry("slug", List.of(open.slug())),
                        Map.entry("idOrSlug", List.of(open.slug())),
                        Map.entry("materialId", List.of(material)),
                        Map.entry("akun.id", List.of(account)),
                        Map.entry("accounts.id", List.of(account)),
                        Map.entry("username", List.of("fuzz-" + mark + "-b", "tidak-ada")),
                        Map.entry("password", List.of("Kalimat-sandi-" + mark)),
                        Map.entry("invitationToken", List.of("x")),
                        Map.entry("cursor", List.of("", cursor)),
                        Map.entry("nip", List.of("197805122003122001", "198001012005011002")),
                        Map.entry("phone", List.of("081234567890")),
                        Map.entry("email", List.of("siti@serangkab.go.id")),
                        Map.entry("timeZone", List.of("Asia/Jakarta")),
                        Map.entry("onlineUrl", List.of("https://zoom.example/j/1"))));
    }

    /** The pattern with what is known for its variables; what is not stays. */
    String path(String pattern) {
        return VARIABLE.matcher(pattern)
                .replaceAll(
                        variable ->
                                Stream.of(
                                                variable.group(1) + "." + variable.group(2),
                                                variable.group(2))
                                        .filter(known::containsKey)
                                        .map(
                                                name ->
                                                        variable.group(1)
                                                                + "/"
                                                                + known.get(name).getFirst())
                                        .findFirst()
                                        .orElse(Matcher.quoteReplacement(variable.group())));
    }

    private static String account(String username, Rakor.Agency agency) {
        return Api.asAdmin()
                .post(
                        "/api/accounts",
                        Map.of(
                                "username",
                                username,
                                "password",
                                agency.password(),
                                "name",
                                "Ibu Uji",
                                "role",
                                username.contains("admin") ? "admin" : "desk",
                                "agencyId",
                                agency.id()))
                .expect(201)
                .path("id")
                .asString();
    }

    /** One that calls may rename and switch off without another test missing it. */
    private static String office(String mark) {
        return Api.asAdmin()
                .post(
                        "/api/units",
                        Map.of("name", "Dinas Uji " + mark, "kind", "opd", "regionCode", "36.04"))
                .expect(201)
                .path("id")
                .asString();
    }

    private static String token(String username, Rakor.Agency agency) {
        return Api.asAnyone()
                .post("/api/tokens", Map.of("username", username, "password", agency.password()))
                .expect(200)
                .path("token")
                .asString();
    }

    private static Api.Answer register(Rakor event, String unit, String name) {
        return Api.asAnyone()
                .post(
                        "/api/events/" + event.id() + "/registrations",
                        Map.of(
                                "unitId",
                                unit,
                                "attendee",
                                Map.of("name", name),
                                "noticeAccepted",
                                true));
    }

    private static String material(Rakor event, Rakor.Agency agency) {
        String upload =
                """
                --x\r
                Content-Disposition: form-data; name="title"\r
                \r
                Edaran\r
                --x\r
                Content-Disposition: form-data; name="kind"\r
                \r
                circular\r
                --x\r
                Content-Disposition: form-data; name="audience"\r
                \r
                public\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="edaran.pdf"\r
                \r
                %PDF-1.4 edaran\r
                --x--\r
                """;
        FuzzCall call =
                new FuzzCall(
                        "POST",
                        "/api/events/" + event.id() + "/materials",
                        List.of(
                                "Authorization",
                                "Bearer " + token(agency.organiser(), agency),
                                "Content-Type",
                                "multipart/form-data; boundary=x"),
                        upload.getBytes(StandardCharsets.UTF_8));
        Fuzzer.Answered[] last = new Fuzzer.Answered[1];
        RunningSystem.await(
                "the event's copy",
                Duration.ofMinutes(1),
                () -> {
                    last[0] = Fuzzer.send(call);
                    return last[0].status() != 404;
                });
        return new Api.Answer("upload", last[0].status(), last[0].body())
                .expect(201)
                .path("id")
                .asString();
    }
}
