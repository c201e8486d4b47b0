package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * After everything that the other tests have done, and more that goes wrong: no log, no metric and
 * no error tells who somebody is, or what opens something.
 */
@Order(Integer.MAX_VALUE)
class LogScanTests {

    private static final String MARK = UUID.randomUUID().toString().substring(0, 8);
    private static final String NAME = "Zubaidah Contohwati " + MARK;
    private static final String USERNAME = "petugas-" + MARK;
    private static final String PASSWORD = "kalimat-sandi-" + MARK;
    private static final String TYPED = "salah-ketik-" + MARK;
    private static final String DIGITS = "%08d".formatted(new Random().nextInt(100_000_000));
    private static final String PHONE = "0812" + DIGITS;
    private static final String NIP =
            "19780512200312" + "2" + "%03d".formatted(new Random().nextInt(1000));
    private static final String EMAIL = "zubaidah." + MARK + "@contoh.go.id";

    private static final LogScan SCAN = new LogScan();
    private static final List<String> ERRORS = new ArrayList<>();
    private static Rakor rakor;
    private static String unit;

    @BeforeAll
    static void liveThroughADay() {
        SCAN.with("a name", "Zubaidah Contohwati")
                .with("a phone number's digits", "812" + DIGITS)
                .with("an e-mail address's name", "zubaidah." + MARK)
                .with("a password", PASSWORD)
                .with("a text typed for a password", TYPED)
                .with("the admin's password", RunningSystem.get().adminPassword());
        rakor = Rakor.make(Rakor.Agency.make(), 10_000);
        SCAN.with("another password", rakor.agency().password());
        unit = Rakor.unit("Baros");
        attendees();
        accounts();
        RunningSystem system = RunningSystem.get();
        system.killProcess(system.pidOfPostgres());
        for (int i = 0; i < 20; i++) {
            keep(register(person(NAME + " " + i, NIP)));
        }
        RunningSystem.await(
                "the database",
                Duration.ofMinutes(3),
                () -> keep(register(person(NAME, NIP))).status() == 409);
    }

    @Test
    void logsAndMetricsAndErrorsTellNobody() throws IOException {
        List<String> finds = new ArrayList<>();
        try (Stream<Path> logs = Files.walk(RunningSystem.get().logs())) {
            List<Path> files = logs.filter(Files::isRegularFile).toList();
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .contains(
                            "gateway.log",
                            "events-service.log",
                            "attendance-service.log",
                            "materials-service.log",
                            "postgresql.log");
            for (Path file : files) {
                finds.addAll(
                        SCAN.finds(
                                file.getFileName().toString(),
                                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
        }
        for (int service = 0; service < 4; service++) {
            finds.addAll(SCAN.finds("metrics " + service, RunningSystem.get().metrics(service)));
        }
        assertThat(ERRORS).hasSizeGreaterThan(10);
        finds.addAll(SCAN.finds("an error", String.join("\n", ERRORS)));
        assertThat(finds).isEmpty();
    }

    /** The control: each of them is found in a log that has it. */
    @Test
    void whatIsPlantedIsFound() {
        assertThat(SCAN.marks().keySet())
                .hasSizeGreaterThan(12)
                .allSatisfy(
                        what ->
                                assertThat(
                                                SCAN.finds(
                                                        "a log",
                                                        "key (nip, name)=(x, "
                                                                + SCAN.marks().get(what)
                                                                + ") already exists"))
                                        .anyMatch(find -> find.contains("tells " + what)));
        for (String line :
                List.of(
                        NIP,
                        PHONE,
                        "+62" + PHONE.substring(1),
                        EMAIL,
                        "Authorization: Bearer " + "a".repeat(43),
                        "Cookie: hadir_session=abc",
                        "$2a$10$abc",
                        "eyJhbGciOiJFUzI1NiJ9abc.")) {
            assertThat(new LogScan().finds("a log", "12:00 WARN (" + line + ")")).isNotEmpty();
        }
        assertThat(new LogScan().finds("a log", "2027-08-11T12:00:00.123Z 0198f000-0812-7000"))
                .isEmpty();
    }

    private static void attendees() {
        RunningSystem.await(
                "the event's copy",
                Duration.ofMinutes(1),
                () -> keep(register(person(NAME, NIP))).status() == 201);
        String code =
                register(person(NAME + " Dua", ""))
                        .expect(201)
                        .path("ticket")
                        .path("code")
                        .asString();
        SCAN.with("a ticket's code", code).with("its letters", code.replace("-", ""));
        keep(register(person(NAME, NIP)));
        keep(register(person(NAME, "12345")));
        keep(register(Map.of("unitId", unit, "attendee", NAME, "noticeAccepted", true)));
        keep(register(person(NAME + "\u0000", NIP)));
        Api organiser = rakor.agency().asOrganiser();
        String registrations = "/api/events/" + rakor.id() + "/registrations";
        keep(organiser.get(registrations + "?q=Zubaidah%20Contohwati&limit=0"));
        organiser.get(registrations + "?q=" + NIP).expect(200);
        keep(Api.asAnyone().get(registrations + "?q=" + NIP));
        Api.asAnyone().get("/api/registrations/" + code).expect(200);
        keep(Api.asAnyone().get("/api/registrations/" + code + "/x"));
        keep(
                Api.asAnyone()
                        .post(
                                "/api/registrations/" + code + "/substitute",
                                Map.of("attendee", NAME)));
        organiser
                .post(
                        "/api/events/" + rakor.id() + "/check-ins",
                        Map.of("ticket", code, "scannedAt", "2027-08-11T09:00:00+07:00"))
                .expect(200);
        keep(organiser.post("/api/events/" + rakor.id() + "/walk-ins", person(NAME, "x")));
        Session.post(
                "/kegiatan/" + rakor.slug() + "/daftar",
                List.of(),
                "unitId",
                unit,
                "name",
                NAME,
                "nip",
                NIP,
                "phone",
                PHONE,
                "email",
                EMAIL);
        Session.post("/tiket", List.of(), "code", code + "x");
    }

    private static void accounts() {
        Map<String, Object> account =
                Map.of(
                        "username", USERNAME,
                        "password", PASSWORD,
                        "name", NAME,
                        "role", "organiser",
                        "agencyId", rakor.agency().id());
        Api.asAdmin().post("/api/accounts", account).expect(201);
        keep(Api.asAdmin().post("/api/accounts", account));
        for (int i = 0; i < 3; i++) {
            keep(
                    Api.asAnyone()
                            .post("/api/tokens", Map.of("username", TYPED, "password", PASSWORD)));
            keep(
                    Api.asAnyone()
                            .post("/api/tokens", Map.of("username", USERNAME, "password", TYPED)));
        }
        Session session = Session.signIn(USERNAME, PASSWORD);
        SCAN.with("a session", session.secret()).with("a CSRF token", session.csrf());
        Session.post("/akun/token", List.of("Cookie", session.cookie()), "name", NAME);
        String token =
                Api.asAnyone()
                        .post("/api/tokens", Map.of("username", USERNAME, "password", PASSWORD))
                        .expect(200)
                        .path("token")
                        .asString();
        SCAN.with("a token", token);
        Api own = Api.with(token);
        JsonNode secret =
                own.post("/api/account/second-factor", Map.of("password", PASSWORD)).expect(200);
        SCAN.with("a TOTP secret", secret.path("secret").asString());
        keep(own.put("/api/account/second-factor", Map.of("code", "000000")));
        keep(Api.with(token.substring(1)).get("/api/account"));
        keep(
                own.post(
                        "/api/units",
                        Map.of("name", NAME, "kind", "x", "email", EMAIL, "phone", PHONE)));
    }

    private static Map<String, Object> person(String name, String nip) {
        return Map.of(
                "unitId",
                unit,
                "attendee",
                Map.of(
                        "name",
                        name,
                        "nip",
                        nip,
                        "position",
                        "Camat",
                        "phone",
                        PHONE,
                        "email",
                        EMAIL),
                "noticeAccepted",
                true);
    }

    private static Api.Answer register(Map<String, Object> body) {
        return Api.asAnyone().post("/api/events/" + rakor.id() + "/registrations", body);
    }

    private static Api.Answer keep(Api.Answer answer) {
        if (answer.status() >= 400) {
            ERRORS.add(answer.body());
        }
        return answer;
    }
}
