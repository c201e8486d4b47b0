package id.hadir.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private static final DisposableServer ATTENDANCE_OF_TESTS =
            HttpServer.create()
                    .port(0)
                    .handle(
                            (request, response) ->
                                    response.status(status(request.method().name(), request.uri()))
                                            .sendString(Mono.just("{}")))
                    .bindNow();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("test.attendance", () -> "http://127.0.0.1:" + ATTENDANCE_OF_TESTS.port());
        rate(settings, "address", 40);
        rate(settings, "account", 8);
        rate(settings, "invitation", 6);
        rate(settings, "ticket", 4);
        rate(settings, "guesses", 3);
    }

    private static void rate(DynamicPropertyRegistry settings, String whose, int atOnce) {
        settings.add("hadir.rates." + whose + ".at-once", () -> atOnce);
        settings.add("hadir.rates." + whose + ".per-second", () -> 1);
    }

    private static int status(String method, String uri) {
        if (uri.equals("/tiket") && method.equals("POST")) {
            return 422;
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
        ATTENDANCE_OF_TESTS.disposeNow();
    }

    @Test
    void addressThatAsksTooOftenIsToldWhenToComeAgain() {
        int passed = passing("/api/reports/attendance");

        assertThat(passed).isBetween(40, 60);
        get("/api/reports/attendance")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("rate-limited");
        get("/laporan")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Refresh", "1")
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML);
        assertThat(refused("address-rate")).isGreaterThanOrEqualTo(2);
        address = "198.51.100.250";
        get("/api/reports/attendance").expectStatus().isOk();
    }

    @Test
    void machineItselfIsNobodyToLimit() {
        for (int i = 0; i < 80; i++) {
            http.get().uri("/api/reports/attendance").exchange().expectStatus().isOk();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/tiket/ABCD1, '', '', 4",
        "/api/registrations/ABCD2, '', '', 4",
        "/materi/rakor/tiket/ABCD3, '', '', 4",
        "/api/reports/attendance, X-Ticket, ABCD4, 4",
        "/kegiatan/rakor/daftar?undangan=i-1, '', '', 6",
        "/kegiatan/rakor/daftar?a=b&undangan=i-2&c=d, '', '', 6",
        "/api/reports/attendance, Cookie, hadir_session=s-1, 8",
    })
    void whateverTellsWhoAsksIsCountedByItself(
            String path, String header, String value, int limit) {
        int passed = passing(path, header, value);

        assertThat(passed).isBetween(limit, limit + 4);
        assertThat(refused("own-rate")).isPositive();
        get("/api/reports/attendance").expectStatus().isOk();
    }

    @Test
    void bearerTokenIsCountedByItself() {
        String token = "Bearer " + adminToken();

        assertThat(passing("/api/reports/attendance", "Authorization", token)).isBetween(8, 12);
    }

    @Test
    void ticketIsTheSameHoweverItIsTyped() {
        for (String typed : new String[] {"KLMN-PQRS", "klmnpqrs", "KLMN%20PQRS", "K-LMNPQRS"}) {
            get("/tiket/" + typed).expectStatus().isOk();
        }

        assertThat(passing("/tiket/KLMNPQRS")).isLessThanOrEqualTo(2);
    }

    @Test
    void holderIsServedWhenTheOfficeHasUsedUpItsAddress() {
        get("/tiket/HJKM").expectStatus().isOk();
        passing("/api/reports/attendance");

        get("/tiket/HJKM").expectStatus().isOk();
    }

    @Test
    void makingUpOthersIsAtTheExpenseOfTheAddress() {
        int passed =
                (int) IntStream.range(0, 100).filter(i -> isPassed(get("/tiket/ABCE" + i))).count();

        assertThat(passed).isBetween(40, 60);
    }

    @ParameterizedTest
    @CsvSource({"GET, /tiket/Z", "DELETE, /api/registrations/Z", "POST, /tiket?"})
    void guessingEndsSoonAndHoldersGoOn(String method, String path) {
        get("/tiket/ABCF" + address.replace(".", "")).expectStatus().isOk();
        int tries = 0;
        while (tries < 20
                && send(method, path.replace("?", "") + (path.endsWith("Z") ? tries : ""))
                                .returnResult()
                                .getStatus()
                                .value()
                        != 429) {
            tries++;
        }

        assertThat(tries).isBetween(3, 8);
        assertThat(refused("guessing")).isPositive();
        get("/tiket/ABCF" + address.replace(".", "")).expectStatus().isOk();
        get("/api/reports/attendance").expectStatus().isOk();
    }

    @Test
    void wrongTokensAreGuesses() {
        int tries = 0;
        while (tries < 20
                && get("/api/reports/attendance", "Authorization", "Bearer x" + tries)
                                .returnResult()
                                .getStatus()
                                .value()
                        != 429) {
            tries++;
        }

        assertThat(tries).isBetween(3, 8);
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

    private static boolean isPassed(ResponseSpec answer) {
        return answer.returnResult().getStatus().value() != 429;
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
