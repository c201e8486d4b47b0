package id.hadir.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PUT;

import com.nimbusds.jwt.SignedJWT;
import id.hadir.gateway.Browser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;

class OidcSignInTests extends OidcTest {

    @Test
    void theFormLeadsToTheProviderAndStillTakesPasswords() {
        assertThat(new Browser(http).get("/masuk?ke=/laporan").body())
                .contains("Masuk dengan SSO daerah", "href=\"/masuk/oidc?ke=%2Flaporan\"")
                .contains("name=\"password\"");
    }

    @Test
    void theProviderIsAskedForACodeWithPkceStateAndNonceAndTheCookieIsClosedToScripts() {
        http.get()
                .uri("/masuk/oidc")
                .header("X-Forwarded-Proto", "https")
                .exchange()
                .expectHeader()
                .value(
                        "Location",
                        location ->
                                assertThat(location)
                                        .startsWith(PROVIDER.issuer() + "/auth?response_type=code&")
                                        .contains("client_id=hadir", "scope=openid%20profile")
                                        .contains("code_challenge_method=S256", "code_challenge=")
                                        .contains("state=", "nonce=")
                                        .contains("redirect_uri=https://127.0.0.1")
                                        .doesNotContain("code_verifier"))
                .expectCookie()
                .httpOnly("__Host-hadir_oidc", true)
                .expectCookie()
                .secure("__Host-hadir_oidc", true)
                .expectCookie()
                .sameSite("__Host-hadir_oidc", "Lax");
    }

    @Test
    void whoTheProviderVouchesForHasAnOrdinarySession() throws Exception {
        Browser browser = new Browser(http);
        assertThat(signIn(browser, _ -> {}).location()).isEqualTo("/laporan");

        assertThat(browser.get("/akun").body()).contains("Jumani Contoh", "33.18");
        browser.get("/panitia");
        var claims = SignedJWT.parse(EVENTS.last().bearer()).getJWTClaimsSet();
        assertThat(claims.getStringClaim("role")).isEqualTo("official");
        assertThat(claims.getStringClaim("csrf")).isNotBlank();
        assertThat(claims.getClaims().values()).contains("33.18");
        assertThat(EVENTS.last().header("cookie")).doesNotContain("hadir_session", "hadir_oidc");
    }

    static Stream<Arguments> forgedTokens() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                forged("nonce of another request", claims -> claims.put("nonce", "another")),
                forged("no nonce", claims -> claims.remove("nonce")),
                forged("another issuer", claims -> claims.put("iss", "https://evil.example")),
                forged("another audience", claims -> claims.put("aud", "another-client")),
                forged(
                        "expired",
                        claims -> {
                            claims.put("iat", now - 300);
                            claims.put("exp", now - 120);
                        }),
                forged("from the future", claims -> claims.put("iat", now + 600)),
                forged("no subject", claims -> claims.remove("sub")),
                signed("unsigned", PROVIDER::unsigned),
                signed("signed with the client's secret", PROVIDER::signWithClientSecret),
                signed("another algorithm", PROVIDER::signWithAnotherAlgorithm),
                signed("a foreign key of the same name", PROVIDER::signWithForeignKey),
                signed("no token at all", _ -> "nonsense"));
    }

    private static Arguments forged(String what, Consumer<Map<String, Object>> change) {
        BiFunction<Asked, String, String> token =
                (asked, subject) ->
                        PROVIDER.sign(
                                asked.claims(
                                        claims -> {
                                            claims.put("sub", subject);
                                            change.accept(claims);
                                        }));
        return Arguments.of(what, token);
    }

    private static Arguments signed(String what, Function<Map<String, Object>, String> signature) {
        BiFunction<Asked, String, String> token =
                (asked, subject) ->
                        signature.apply(asked.claims(claims -> claims.put("sub", subject)));
        return Arguments.of(what, token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedTokens")
    void anIdTokenThatIsNotTheProvidersForThisRequestSignsNobodyIn(
            String what, BiFunction<Asked, String, String> token) {
        Browser browser = new Browser(http);
        Asked asked = ask(browser);
        String subject = UUID.randomUUID().toString();
        Browser.Answer answer = comeBack(browser, asked, token.apply(asked, subject));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Masuk lewat SSO tidak berhasil");
        assertThat(browser.cookies()).doesNotContainKey("hadir_session");
        assertThat(account(subject)).isEmpty();
    }

    @Test
    void aWrongStateIsRefusedAndTheRightOneIsStillGood() {
        Browser browser = new Browser(http);
        Asked asked = ask(browser);
        String code = PROVIDER.grant(PROVIDER.sign(asked.claims()), asked.challenge());
        assertThat(browser.get(OidcPages.BACK + "?state=wrong&code=" + code).status())
                .isEqualTo(400);
        assertThat(browser.get(asked.back(code)).location()).isEqualTo("/laporan");
    }

    @Test
    void anAnswerInAnotherBrowserIsRefused() {
        Asked asked = ask(new Browser(http));
        String code = PROVIDER.grant(PROVIDER.sign(asked.claims()), asked.challenge());
        Browser without = new Browser(http);
        assertThat(without.get(asked.back(code)).status()).isEqualTo(400);
        Browser other = new Browser(http);
        ask(other);
        assertThat(other.get(asked.back(code)).body()).contains("Waktu untuk masuk sudah habis");
        assertThat(other.cookies()).doesNotContainKey("hadir_session");
    }

    @Test
    void aCodeWithItsStateIsGoodOnce() {
        Browser browser = new Browser(http);
        Asked asked = ask(browser);
        String cookie = browser.cookies().get("hadir_oidc");
        String code = PROVIDER.grant(PROVIDER.sign(asked.claims()), asked.challenge());
        assertThat(browser.get(asked.back(code)).status()).isEqualTo(303);

        Browser replaying = new Browser(http);
        replaying.cookies().put("hadir_oidc", cookie);
        assertThat(replaying.get(asked.back(code)).status()).isEqualTo(400);
        assertThat(replaying.cookies()).doesNotContainKey("hadir_session");
    }

    @Test
    void aCodeOfAnotherRequestIsRefusedByTheProviderForItsChallenge() {
        Asked stolen = ask(new Browser(http));
        String code = PROVIDER.grant(PROVIDER.sign(stolen.claims()), stolen.challenge());
        Browser browser = new Browser(http);
        assertThat(browser.get(ask(browser).back(code)).status()).isEqualTo(403);
    }

    @Test
    void whoTakesTooLongBeginsAgain() {
        Browser browser = new Browser(http);
        Asked asked = ask(browser);
        database.sql("update oidc_request set expires_at = now() - interval '1 second'")
                .then()
                .block();
        assertThat(comeBack(browser, asked, PROVIDER.sign(asked.claims())).status()).isEqualTo(400);
    }

    @Test
    void whoDeclinesAtTheProviderIsToldSo() {
        Browser browser = new Browser(http);
        Asked asked = ask(browser);
        String declined = OidcPages.BACK + "?error=access_denied&state=" + asked.state();
        assertThat(browser.get(declined).status()).isEqualTo(403);
    }

    @Test
    void anAnswerThatNamesAnotherProviderIsRefused() {
        Browser browser = new Browser(http);
        Asked asked = ask(browser);
        String code = PROVIDER.grant(PROVIDER.sign(asked.claims()), asked.challenge());
        assertThat(browser.get(asked.back(code) + "&iss=https://evil.example").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example/", "//evil.example", "/masuk/oidc"})
    void otherSitesAreNoWayBack(String target) {
        Browser browser = new Browser(http);
        Asked asked = Asked.of(browser.get("/masuk/oidc?ke=" + target));
        assertThat(comeBack(browser, asked, PROVIDER.sign(asked.claims())).location())
                .isEqualTo("/laporan"); // where an official begins
    }

    @Test
    void whoseRoleMeansNothingHereGetsNoSessionAndNoAccountButTheWayOutThere() {
        String subject = UUID.randomUUID().toString();
        Browser browser = new Browser(http);
        Browser.Answer answer =
                signIn(
                        browser,
                        claims -> {
                            claims.put("sub", subject);
                            claims.putAll(role("someone-else"));
                        });
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Akun Anda belum diberi peran")
                .contains("href=\"" + PROVIDER.issuer() + "/logout?id_token_hint=");
        assertThat(browser.cookies()).doesNotContainKey("hadir_session");
        assertThat(account(subject)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hadir_region, 3318", "hadir_region, ''", "hadir_agency, agency-unknown"})
    void aReachThatMakesNoSenseSignsNobodyIn(String claim, String value) {
        Browser.Answer answer =
                signIn(
                        new Browser(http),
                        claims -> {
                            if (claim.equals("hadir_agency")) {
                                claims.putAll(role("hadir-organiser"));
                            }
                            claims.put(claim, value);
                        });
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Akun Anda belum lengkap");
    }

    @Test
    void whatTheProviderSaysIsWrittenAnewEachTimeAndEndsWhatWasOpenWithOtherRights() {
        String subject = UUID.randomUUID().toString();
        Browser first = signedIn(claims -> claims.put("sub", subject));
        Browser same = signedIn(claims -> claims.put("sub", subject));
        assertThat(isSignedIn(first)).isTrue();

        Browser promoted = new Browser(http);
        Browser.Answer answer =
                signIn(
                        promoted,
                        claims -> {
                            claims.put("sub", subject);
                            claims.put("preferred_username", "another.name");
                            claims.put("hadir_agency", "agency-1");
                            claims.putAll(role("hadir-organiser"));
                        });
        assertThat(answer.status()).isEqualTo(303);
        assertThat(promoted.get("/akun").body()).contains("Bawaslu Kabupaten Pati");
        assertThat(isSignedIn(first)).isFalse();
        assertThat(isSignedIn(same)).isFalse();
        assertThat(account(subject))
                .containsEntry("role", "organiser")
                .containsEntry("agency_id", "agency-1");
        String username = String.valueOf(account(subject).get("username"));
        assertThat(username).startsWith("jumani.");
        assertThat(audit("subject=" + username)).contains("account.created", "account.changed");
        assertThat(audit("actor=" + username)).contains("sign-in.session", "sign-in.by-provider");
    }

    @Test
    void whoSignsInInTwoBrowsersAtOnceForTheFirstTimeHasOneAccount() {
        for (int round = 0; round < 5; round++) {
            Map<String, Object> person = Map.of("sub", UUID.randomUUID().toString());
            List<Browser.Answer> answers =
                    Stream.of(new Browser(http), new Browser(http))
                            .map(
                                    browser ->
                                            CompletableFuture.supplyAsync(
                                                    () ->
                                                            signIn(
                                                                    browser,
                                                                    claims -> {
                                                                        claims.putAll(person);
                                                                        claims.put(
                                                                                "preferred_username",
                                                                                "same.name");
                                                                    })))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
            assertThat(answers).extracting(Browser.Answer::location).containsOnly("/laporan");
            assertThat(account(String.valueOf(person.get("sub")))).isNotEmpty();
        }
    }

    @Test
    void aLocalAccountOfTheSameNameIsSomebodyElses() {
        String subject = UUID.randomUUID().toString();
        Browser browser =
                signedIn(
                        claims -> {
                            claims.put("sub", subject);
                            claims.put("preferred_username", "admin");
                        });
        assertThat(browser.get("/admin/akun").status()).isEqualTo(403);
        assertThat(String.valueOf(account(subject).get("username"))).matches("admin-[0-9a-f]{8}");
        assertThat(adminToken()).isNotBlank();
    }

    @Test
    void whoIsDeactivatedHereStaysOutWhateverTheProviderSays() {
        String subject = UUID.randomUUID().toString();
        Browser browser = signedIn(claims -> claims.put("sub", subject));
        String id = String.valueOf(account(subject).get("id"));
        http.patch()
                .uri("/api/accounts/" + id)
                .headers(headers -> headers.setBearerAuth(adminToken()))
                .header("If-Match", "*")
                .bodyValue(Map.of("active", false))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(isSignedIn(browser)).isFalse();
        Browser.Answer again =
                signIn(
                        new Browser(http),
                        claims -> {
                            claims.put("sub", subject);
                            claims.putAll(role("hadir-admin"));
                        });
        assertThat(again.body()).contains("Akun Anda dinonaktifkan");
        assertThat(account(subject)).containsEntry("role", "official");
    }

    @Test
    void anAccountOfTheProviderHasNoPasswordAndGetsNone() {
        String subject = UUID.randomUUID().toString();
        Browser browser = signedIn(claims -> claims.put("sub", subject));
        String username = String.valueOf(account(subject).get("username"));
        assertThat(browser.get("/akun").body()).doesNotContain("/akun/kata-sandi");
        Browser.Answer byPassword =
                new Browser(http).post("/masuk", "username", username, "password", PASSWORD);
        assertThat(byPassword.status()).isEqualTo(401);
        call(
                        PUT,
                        "/api/accounts/" + account(subject).get("id") + "/password",
                        adminToken(),
                        Map.of("password", PASSWORD))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void whileTheProviderIsDownPasswordsStillOpenAndThePageSaysWhatIsTheMatter() {
        Browser browser = new Browser(http);
        Asked asked = ask(browser);
        PROVIDER.isDown(true);
        try {
            Browser.Answer answer = comeBack(browser, asked, PROVIDER.sign(asked.claims()));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("SSO sedang tidak dapat dihubungi", "href=\"/masuk\"");
            assertThat(new Browser(http).signIn("admin", ADMIN_PASSWORD).cookies())
                    .containsKey("hadir_session");
        } finally {
            PROVIDER.isDown(false);
        }
    }

    private String audit(String query) {
        return String.valueOf(
                http.get()
                        .uri("/api/audit/akun?" + query)
                        .headers(headers -> headers.setBearerAuth(adminToken()))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
