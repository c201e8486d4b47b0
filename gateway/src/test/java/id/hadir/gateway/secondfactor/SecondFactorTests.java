package id.hadir.gateway.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.gateway.Browser;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class SecondFactorTests extends SecondFactorTest {

    @Autowired SecondFactor factor;

    @Test
    void onceSetUpAPasswordAloneIsNotEnough() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        refused(signIn(username, null), "second-factor-required");
        refused(signIn(username, ""), "second-factor-required");
        refused(signIn(username, "000000"), "bad-credentials");
        signIn(username, phone.code()).expectStatus().isOk();
    }

    @Test
    void aFactorCountsFromItsFirstRightCodeOn() {
        String username = accountWithRole("organiser");
        String token = tokenOf(username, PASSWORD);
        String path = "/api/account/second-factor";
        call(POST, path, token, Map.of("password", "not the password"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        call(POST, path, token, Map.of("password", PASSWORD)).expectStatus().isOk();
        call(PUT, path, token, Map.of("code", "12345"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("wrong-code");
        signIn(username, null).expectStatus().isOk();
    }

    @Test
    void anEnrolledFactorIsNotReplacedByWhoeverIsSignedIn() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        String token = String.valueOf(answer(signIn(username, phone.code())).get("token"));
        call(POST, "/api/account/second-factor", token, Map.of("password", PASSWORD))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void whatThePasswordAloneHasOpenedEndsWithTheFirstRightCode() {
        String username = accountWithRole("organiser");
        String before = tokenOf(username, PASSWORD);
        enrol(username);
        call(GET, "/api/account", before, null).expectStatus().isUnauthorized();
    }

    @Test
    void guessingTheFirstCodeIsSlowedDown() {
        String username = accountWithRole("organiser");
        String token = tokenOf(username, PASSWORD);
        String path = "/api/account/second-factor";
        call(POST, path, token, Map.of("password", PASSWORD)).expectStatus().isOk();
        for (int i = 0; i < 8; i++) {
            call(PUT, path, token, Map.of("code", "x" + i))
                    .expectStatus()
                    .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        call(PUT, path, token, Map.of("code", "x"))
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void aCodeIsGoodOnce() {
        String username = accountWithRole("organiser");
        String code = enrol(username).code();
        signIn(username, code).expectStatus().isOk();
        refused(signIn(username, code), "bad-credentials");
    }

    /** Each reads that the code is fresh; the guarded update lets one of them have it. */
    @Test
    void oneOfTwentyAtOnceHasTheCode() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        UUID id = idOf(username);
        for (int round = 0; round < 5; round++) {
            laterThanAllCodes(username);
            String code = phone.code();
            List<Boolean> verdicts =
                    Flux.range(0, 20)
                            .flatMap(
                                    _ ->
                                            factor.accepts(id, code)
                                                    .subscribeOn(Schedulers.boundedElastic()),
                                    20)
                            .collectList()
                            .block();
            assertThat(verdicts).filteredOn(accepted -> accepted).hasSize(1);
        }
    }

    @Test
    void eachRecoveryCodeStandsInOnceHoweverItIsTyped() {
        String username = accountWithRole("organiser");
        List<String> codes = enrol(username).recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        String typed = codes.getFirst().toLowerCase(Locale.ROOT).replace('-', ' ');
        signIn(username, typed).expectStatus().isOk();
        refused(signIn(username, codes.getFirst()), "bad-credentials");
        signIn(username, codes.getLast()).expectStatus().isOk();
        refused(signIn(accountEnrolled(), codes.get(4)), "bad-credentials");
    }

    private String accountEnrolled() {
        String username = accountWithRole("organiser");
        enrol(username);
        return username;
    }

    @Test
    void guessingCodesIsSlowedDown() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        for (int i = 0; i < 8; i++) {
            refused(signIn(username, "00000" + i), "bad-credentials");
        }
        signIn(username, phone.code())
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void theDatabaseHasNeitherTheSecretNorARecoveryCode() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        byte[] sealed =
                database.sql("select secret from second_factor where account_id = :id")
                        .bind("id", idOf(username))
                        .mapValue(byte[].class)
                        .one()
                        .block();
        assertThat(HexFormat.of().formatHex(Objects.requireNonNull(sealed)))
                .doesNotContain(HexFormat.of().formatHex(phone.totp().bytes()));
    }

    /** The operator has changed the key: the app is of no use, the codes on paper are. */
    @Test
    void aSecretThatCannotBeOpenedAnyMoreRefusesAndRecoveryCodesStillWork() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        database.sql("update second_factor set secret = :other where account_id = :id")
                .bind("other", ByteBuffer.wrap(new byte[52]))
                .bind("id", idOf(username))
                .then()
                .block();
        refused(signIn(username, phone.code()), "bad-credentials");
        signIn(username, phone.recoveryCodes().getFirst()).expectStatus().isOk();
    }

    @Test
    void aKeyOfTheOperatorThatIsTooShortStopsTheStart() {
        assertThatThrownBy(() -> new SecretSettings("too short to be a key"))
                .hasMessage("hadir.secret-key has fewer than 32 characters");
    }

    @Test
    void halfSignedInIsNobody() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        Browser browser = new Browser(http);
        Browser.Answer password =
                browser.post(
                        "/masuk", "username", username, "password", PASSWORD, "ke", "/laporan");
        assertThat(password.location()).isEqualTo("/masuk/kode?ke=%2Flaporan");
        String pending = Objects.requireNonNull(browser.cookies().get("hadir_masuk"));
        assertThat(browser.cookies()).doesNotContainKey("hadir_session");
        assertThat(browser.get("/akun").location()).startsWith("/masuk?ke=");
        assertThat(isAlive(pending)).isFalse();
        http.get()
                .uri("/api/account")
                .cookie("hadir_session", pending)
                .exchange()
                .expectStatus()
                .isUnauthorized();

        assertThat(browser.get(password.location()).body()).contains("Kode verifikasi");
        assertThat(browser.post("/masuk/kode", "code", "12").body()).contains("href=\"#code\"");
        Browser.Answer done = browser.post("/masuk/kode", "code", phone.code(), "ke", "/laporan");
        assertThat(done.location()).isEqualTo("/laporan");
        assertThat(browser.cookies()).doesNotContainKey("hadir_masuk");
        assertThat(browser.get("/akun").status()).isEqualTo(200);
    }

    @Test
    void afterFiveWrongCodesThePasswordIsAskedForAgain() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        Browser browser = new Browser(http);
        browser.post("/masuk", "username", username, "password", PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/masuk/kode", "code", "00000" + i).status()).isEqualTo(422);
        }
        Browser.Answer over = browser.post("/masuk/kode", "code", phone.code());
        assertThat(over.location()).startsWith("/masuk?lagi=");
        assertThat(browser.get(over.location()).body()).contains("Waktu untuk masuk sudah habis");
    }

    @Test
    void aPasswordChangedMeanwhileEndsTheHalfSignIn() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        Browser browser = new Browser(http);
        browser.post("/masuk", "username", username, "password", PASSWORD);
        call(
                        PUT,
                        "/api/accounts/" + username + "/password",
                        adminToken(),
                        Map.of("password", "sebelas maret semarang"))
                .expectStatus()
                .isNoContent();
        assertThat(browser.post("/masuk/kode", "code", phone.code()).location())
                .startsWith("/masuk?lagi=");
    }

    @Test
    void theOwnerTurnsItOnAndOffOnThePage() {
        String username = accountWithRole("desk");
        Browser browser = new Browser(http).signIn(username, PASSWORD);
        assertThat(browser.get("/akun/dua-langkah").body()).contains("Belum aktif");
        Browser.Answer begun = browser.post("/akun/dua-langkah", "password", PASSWORD);
        assertThat(begun.body()).contains("<svg width");
        Totp totp =
                read(
                        begun.body()
                                .replaceAll("(?s).*id=\"secret\">([A-Z2-7 ]+)<.*", "$1")
                                .replace(" ", ""));
        Phone phone = new Phone(totp, List.of());
        assertThat(browser.post("/akun/dua-langkah/kode", "code", "1").body())
                .contains("href=\"#code\"")
                .doesNotContain(totp.base32());
        assertThat(browser.post("/akun/dua-langkah/kode", "code", phone.code()).body())
                .contains("Kode cadangan", "Verifikasi dua langkah sudah aktif.");

        laterThanAllCodes(username);
        browser.get("/akun/dua-langkah");
        assertThat(
                        browser.post(
                                        "/akun/dua-langkah/hapus",
                                        "password",
                                        PASSWORD,
                                        "code",
                                        "000000")
                                .status())
                .isEqualTo(422);
        assertThat(
                        browser.post(
                                        "/akun/dua-langkah/hapus",
                                        "password",
                                        PASSWORD,
                                        "code",
                                        phone.code())
                                .location())
                .isEqualTo("/akun/dua-langkah");
        signIn(username, null).expectStatus().isOk();
    }

    @Test
    void anAdminRemovesALostFactorAndItsSignInsEnd() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        String token = tokenWith(username, phone.code());
        call(DELETE, "/api/accounts/" + username + "/second-factor", adminToken(), null)
                .expectStatus()
                .isNoContent();
        assertThat(isAlive(token)).isFalse();
        signIn(username, null).expectStatus().isOk();
    }

    private String tokenWith(String username, String code) {
        Map<?, ?> answer =
                signIn(username, code).expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf(Objects.requireNonNull(answer).get("token"));
    }

    private UUID idOf(String username) {
        return Objects.requireNonNull(
                database.sql("select id from account where username = :username")
                        .bind("username", username)
                        .mapValue(UUID.class)
                        .one()
                        .block());
    }

    private static void refused(WebTestClient.ResponseSpec answer, String code) {
        answer.expectStatus().isUnauthorized().expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
