package id.hadir.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Limits that a test reaches; its callers speak through a proxy on this machine. */
class RateLimitsTests extends GatewayTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** Knows no ticket with a Z in it. */
    private static final DisposableServer SERVICE_OF_TESTS =
            HttpServer.create()
                    .port(0)
                    .handle(
                            (request, response) ->
                                    response.status(status(request.method().name(), request.uri()))
                                            .sendString(Mono.just("{}")))
                    .bindNow();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        for (String service : new String[] {"events", "attendance", "materials"}) {
            settings.add("test." + service, () -> "http://127.0.0.1:" + SERVICE_OF_TESTS.port());
        }
        rate(settings, "address", 40);
        rate(settings, "account", 8);
        rate(settings, "ticket", 4);
        rate(settings, "guesses", 3);
    }

    private static void rate(DynamicPropertyRegistry settings, String whose, int atOnce) {
        settings.add("hadir.rates." + whose + ".at-once", () -> atOnce);
        settings.add("hadir.rates." + whose + ".per-second", () -> 1);
    }

    private static int status(String method, String uri) {
        if ((uri.equals("/tiket") || uri.equals("/undangan")) && method.equals("POST")) {
            return 422;
        }
        if (uri.endsWith("/401") || uri.endsWith("/403")) {
            return Integer.parseInt(uri.substring(uri.length() - 3));
        }
        return uri.contains("Z") ? 404 : 200;
    }

    @Autowired private MeterRegistry meters;
    private String address = "";

    @BeforeEach
    void comeFromAnAddressOfItsOwn() {
        address = "198.51.100." + TESTS.incrementAndGet();
    }

    @AfterAll
    static void stop() {
        SERVICE_OF_TESTS.disposeNow();
    }

    @Test
    void addressThatAsksTooOftenIsToldWhenToComeAgain() {
        double before = refused("address-rate");
        int passed = passing("/api/reports/attendance");

        assertThat(passed).isBetween(40, 60);
        get("/api/reports/attendance")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueMatches("Retry-After", "[1-3]")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("rate-limited");
        get("/laporan")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueMatches("Refresh", "[1-4]")
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML);
        assertThat(refused("address-rate") - before).isEqualTo(3);
        address = "198.51.100.250";
        get("/api/reports/attendance").expectStatus().isOk();
    }

    @Test
    void machineItselfIsNobodyToLimit() {
        for (int i = 0; i < 80; i++) {
            http.get()
                    .uri("/api/reports/attendance")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult();
        }
    }

    @Test
    void whatAClientMadeUpForTheMachineIsCounted() {
        address = "127.0.0.1";

        assertThat(passing("/api/reports/attendance")).isBetween(40, 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tiket/ABCD1", "/api/registrations/ABCD2"})
    void ticketIsCountedByItselfOnceItWasProven(String path) {
        double before = refused("own-rate");

        assertThat(passing(path)).isBetween(5, 9);

        assertThat(refused("own-rate") - before).isEqualTo(1);
        get("/api/reports/attendance").expectStatus().isOk();
    }

    @Test
    void bearerTokenIsCountedByItself() {
        String token = adminToken();

        assertThat(passing("/api/reports/attendance", "Authorization", "Bearer " + token))
                .isBetween(9, 13);
        get("/api/reports/attendance", "Authorization", "bearer " + token)
                .expectStatus()
                .isEqualTo(429);
        get("/api/reports/attendance").expectStatus().isOk();
    }

    @Test
    void ticketIsTheSameHoweverItIsTyped() {
        for (String typed : new String[] {"KOMN-PQRS", "k0mnpqrs", "KOMN%20PQRS", "K-OMNPQR%53"}) {
            get("/tiket/" + typed).expectStatus().isOk();
        }

        assertThat(passing("/tiket/KOMNPQRS")).isLessThanOrEqualTo(3);
    }

    @Test
    void holderIsServedWhenTheOfficeHasUsedUpItsAddress() {
        get("/tiket/HJKM").expectStatus().isOk();
        passing("/api/reports/attendance");

        get("/tiket/HJKM").expectStatus().isOk();
    }

    /** Each is shown again and again, and is answered 200 all the while. */
    @ParameterizedTest
    @CsvSource({
        "/api/reports/attendance, Authorization, x",
        "/api/reports/attendance, Cookie, hadir_session=x",
        "/api/events/e/materials, X-Ticket, ABCE",
        "/kegiatan/rakor/daftar?undangan=x, '', ''",
        "/materi/rakor/tiket/ABCE, '', ''",
        "/tiket/hilang?, '', ''",
    })
    void whatNobodyConfirmedIsAtTheExpenseOfTheAddress(String path, String header, String value) {
        int passed = 0;
        for (int made = 0; made < 10; made++) {
            for (int again = 0; again < 20; again++) {
                String target = header.isEmpty() ? path + made : path + "?" + made;
                passed += isPassed(get(target, header, value + made)) ? 1 : 0;
            }
        }

        assertThat(passed).isBetween(40, 70);
    }

    @Test
    void headerIsNotProvenByTheTicketInThePath() {
        get("/tiket/HJKP", "X-Ticket", "ABCE").expectStatus().isOk();
        passing("/api/reports/attendance");

        get("/api/events/e/materials", "X-Ticket", "ABCE").expectStatus().isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "/masuk, false",
        "/panitia/rakor/ubah, false",
        "/kegiatan/rakor/daftar, true",
        "/tiket/ABCD/ganti, true",
        "/materi/rakor/tiket/ABCD/m-1, true",
    })
    void formsOfRegistrationsAndTicketsAloneAreWrittenBack(String path, boolean isWritten) {
        passing("/api/reports/attendance");

        String page =
                http.post()
                        .uri(path)
                        .header("X-Forwarded-For", address)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .bodyValue("password=rahasia-sekali")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(429)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();

        assertThat(page)
                .contains("Terlalu sering")
                .contains(isWritten ? "rahasia-sekali" : "Kembali ke halaman sebelumnya");
        assertThat(Objects.requireNonNull(page).contains("rahasia-sekali")).isEqualTo(isWritten);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tiket/Z, ''",
        "DELETE, /api/registrations/Z, ''",
        "GET, /materi/rakor/tiket/Z, ''",
        "GET, /api/registrations/401, ''",
        "GET, /api/registrations/403, ''",
        "GET, /api/materials/Z/content, X-Ticket",
        "POST, /tiket, ''",
        "POST, /undangan, ''",
        "POST, /tiket/hilang, ''",
        "POST, /api/events/e/tickets/resend, ''"
    })
    void guessingEndsSoonAndEverybodyElseGoesOn(String method, String path, String header) {
        String holder = "/tiket/ABCF" + address.replace(".", "");
        String token = "Bearer " + adminToken();
        get(holder).expectStatus().isOk();
        get("/api/reports/attendance", "Authorization", token).expectStatus().isOk();
        double before = refused("guessing");

        assertThat(triesUntilRefused(method, path, header, "ABCG")).isBetween(3, 8);

        assertThat(refused("guessing") - before).isEqualTo(1);
        get("/tiket/ABCH").expectStatus().isEqualTo(429);
        get(holder).expectStatus().isOk();
        get("/api/reports/attendance", "Authorization", token).expectStatus().isOk();
        get("/api/reports/attendance", "Cookie", "hadir_session=x").expectStatus().isOk();
        get("/kegiatan/rakor/daftar?undangan=i-1").expectStatus().isOk();
        get("/api/reports/attendance").expectStatus().isOk();
    }

    @Test
    void aMadeUpSessionHidesNobodyWhoGuessesTickets() {
        int tries = triesUntilRefused("GET", "/tiket/Z", "Cookie", "hadir_session=x");

        assertThat(tries).isBetween(3, 8);
    }

    @Test
    void wrongTokensAreGuesses() {
        int tries =
                triesUntilRefused("GET", "/api/reports/attendance", "Authorization", "Bearer x");

        assertThat(tries).isBetween(3, 8);
    }

    private int triesUntilRefused(String method, String path, String header, String value) {
        int tries = 0;
        while (tries < 20 && isPassed(send(method, path, header, value))) {
            tries++;
        }
        return tries;
    }

    @Test
    void lineWithManyAddressesIsOne() {
        address = "2001:db8:1:2::1";
        passing("/api/reports/attendance");

        address = "2001:db8:1:2:ffff::9";
        get("/api/reports/attendance").expectStatus().isEqualTo(429);
        address = "2001:db8:1:3::1";
        get("/api/reports/attendance").expectStatus().isOk();
    }

    /** How many pass before the first that does not, of a hundred. */
    private int passing(String path, String... header) {
        int passed = 0;
        while (passed < 100 && isPassed(get(path, header))) {
            passed++;
        }
        return passed;
    }

    /** Reads the answer to its end, so that its connection is free for the next. */
    private static boolean isPassed(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value() != 429;
    }

    private ResponseSpec get(String path, String... header) {
        return send("GET", path, header);
    }

    private ResponseSpec send(String method, String path, String... header) {
        var request =
                http.method(HttpMethod.valueOf(method))
                        .uri(URI.create("http://127.0.0.1:" + port + path))
                        .header("X-Forwarded-For", address);
        if (header.length == 2 && !header[0].isEmpty()) {
            request.header(header[0], header[1]);
        }
        return request.exchange();
    }

    private double refused(String reason) {
        return meters.get("hadir.gateway.refused").tag("reason", reason).counter().count();
    }
}
