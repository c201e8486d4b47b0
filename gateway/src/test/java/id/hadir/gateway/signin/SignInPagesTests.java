package id.hadir.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import id.hadir.gateway.GatewayTest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

class SignInPagesTests extends GatewayTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]{43})\"");

    @Test
    void formIsThereInBothLanguages() {
        assertThat(page("/masuk", null)).contains("Nama pengguna", "Kata sandi");
        http.get()
                .uri("/masuk")
                .cookie("hadir_lang", "en")
                .exchange()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("User name", "Sign in"));
    }

    @Test
    void cookieOpensTheWayBackAndIsClosedToScripts() {
        ResponseCookie cookie =
                session(
                        signIn("admin", ADMIN_PASSWORD, "/panitia/rakor-2027")
                                .expectStatus()
                                .isSeeOther()
                                .expectHeader()
                                .location("/panitia/rakor-2027"));

        assertThat(cookie.getName()).isEqualTo("hadir_session");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge().toHours()).isEqualTo(12);
        assertThat(page("/akun", cookie)).contains("Administrator", "admin");
    }

    @Test
    void behindTlsTheCookieBelongsToThisHostOverTlsAlone() {
        ResponseCookie cookie =
                session(
                        http.post()
                                .uri("/masuk")
                                .header("X-Forwarded-Proto", "https")
                                .body(form("admin", ADMIN_PASSWORD, ""))
                                .exchange());
        assertThat(cookie.getName()).isEqualTo("__Host-hadir_session");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getDomain()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/masuk",
                ""
            })
    void otherSitesAreNoWayBack(String target) {
        signIn("admin", ADMIN_PASSWORD, target).expectHeader().location("/panitia");
    }

    @Test
    void wrongPasswordShowsTheFormAgainWithWhatWasTyped() {
        signIn("admin", "the wrong one", "/laporan")
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectBody(String.class)
                .value(
                        body ->
                                assertThat(body)
                                        .contains("Nama pengguna atau kata sandi salah")
                                        .contains("value=\"admin\"")
                                        .contains("value=\"/laporan\"")
                                        .doesNotContain("the wrong one"));
    }

    @Test
    void emptyFormNamesBothFields() {
        signIn("", "", "")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("#username", "#password"));
    }

    @Test
    void sessionReachesServicesWithItsCsrfTokenAndWithoutItsCookie() throws Exception {
        ResponseCookie cookie = session(signIn("admin", ADMIN_PASSWORD, ""));

        http.get()
                .uri("/panitia")
                .cookie(cookie.getName(), cookie.getValue())
                .exchange()
                .expectStatus()
                .isOk();

        var claims = SignedJWT.parse(EVENTS.last().bearer()).getJWTClaimsSet();
        assertThat(claims.getStringClaim("role")).isEqualTo("admin");
        assertThat(claims.getStringClaim("csrf")).isEqualTo(csrf(cookie));
        assertThat(EVENTS.last().headers().toString()).doesNotContain(cookie.getValue());
    }

    @Test
    void sessionIsNoBearerTokenAndATokenNoSession() {
        ResponseCookie cookie = session(signIn("admin", ADMIN_PASSWORD, ""));
        http.get()
                .uri("/api/account")
                .headers(headers -> headers.setBearerAuth(cookie.getValue()))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get()
                .uri("/api/account")
                .cookie("hadir_session", adminToken())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void signingOutNeedsTheCsrfTokenAndEndsTheSessionAtOnce() {
        ResponseCookie cookie = session(signIn("admin", ADMIN_PASSWORD, ""));
        String csrf = csrf(cookie);

        for (String wrong : new String[] {"", "x".repeat(43)}) {
            signOut(cookie, wrong).expectStatus().isForbidden();
        }
        assertThat(page("/akun", cookie)).contains("admin");

        signOut(cookie, csrf).expectStatus().isSeeOther();
        http.get()
                .uri("/akun")
                .cookie(cookie.getName(), cookie.getValue())
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/masuk?ke=%2Fakun");
    }

    @Test
    void sessionsNeedTheCsrfTokenForTheGatewaysApiToo() {
        ResponseCookie cookie = session(signIn("admin", ADMIN_PASSWORD, ""));
        String account = "{\"username\":\"" + "u" + System.nanoTime() + "\"}";

        postAccount(cookie, account, "")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("csrf");
        postAccount(cookie, account, csrf(cookie))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Origin, https://evil.example",
                "Origin, null",
                "Sec-Fetch-Site, cross-site",
                "Sec-Fetch-Site, same-site",
            })
    void otherSitesCannotSendTheSession(String header, String value) {
        ResponseCookie cookie = session(signIn("admin", ADMIN_PASSWORD, ""));
        int before = EVENTS.count();
        http.post()
                .uri("/panitia/rakor-2027")
                .cookie(cookie.getName(), cookie.getValue())
                .header(header, value)
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(EVENTS.count()).isEqualTo(before);
    }

    @Test
    void otherSitesCannotSignAPersonIn() {
        http.post()
                .uri("/masuk")
                .header("Origin", "https://evil.example")
                .body(form("admin", ADMIN_PASSWORD, ""))
                .exchange()
                .expectStatus()
                .isForbidden();
        http.post()
                .uri("/masuk")
                .header("Origin", "http://127.0.0.1:" + port)
                .body(form("admin", ADMIN_PASSWORD, ""))
                .exchange()
                .expectStatus()
                .isSeeOther();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Origin, https://evil.example, 403",
        "Origin, evil, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, same-site, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, null, 200",
        "X-Other, none of both, 200"
    })
    void publicFormsAreSentFromThisSite(String header, String value, int status) {
        for (String form :
                List.of(
                        "/kegiatan/rakor-2027/daftar",
                        "/tiket/ABCD/batal",
                        "/materi/0/tiket/ABCD/terima")) {
            http.post()
                    .uri(form)
                    .header(header, value)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(status)
                    .expectBody(String.class)
                    .value(
                            body ->
                                    assertThat(body.contains("Permintaan dari situs lain"))
                                            .isEqualTo(status == 403));
        }
    }

    @Test
    void linksOfOtherSitesAndProgramsGoThrough() {
        http.get()
                .uri("/kegiatan/rakor-2027/daftar")
                .header("Sec-Fetch-Site", "cross-site")
                .exchange()
                .expectStatus()
                .isOk();
        http.post()
                .uri("/api/events/rakor-2027/registrations")
                .header("Origin", "https://kpu.example")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void oldCookieMeansNobody() {
        http.get()
                .uri("/kegiatan/rakor-2027")
                .cookie("hadir_session", "x".repeat(43))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void whoeverHasASessionNeedNotSignInAgain() {
        ResponseCookie cookie = session(signIn("admin", ADMIN_PASSWORD, ""));
        http.get()
                .uri("/masuk?ke=/laporan")
                .cookie(cookie.getName(), cookie.getValue())
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/laporan");
    }

    private WebTestClient.ResponseSpec signIn(String username, String password, String returnTo) {
        return http.post().uri("/masuk").body(form(username, password, returnTo)).exchange();
    }

    private static BodyInserters.FormInserter<String> form(
            String username, String password, String returnTo) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("username", username);
        form.add("password", password);
        form.add("ke", returnTo);
        return BodyInserters.fromFormData(form);
    }

    private WebTestClient.ResponseSpec signOut(ResponseCookie cookie, String csrf) {
        return http.post()
                .uri("/keluar")
                .cookie(cookie.getName(), cookie.getValue())
                .body(BodyInserters.fromFormData("_csrf", csrf))
                .exchange();
    }

    private WebTestClient.ResponseSpec postAccount(
            ResponseCookie cookie, String account, String csrf) {
        return http.post()
                .uri("/api/accounts")
                .cookie(cookie.getName(), cookie.getValue())
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .bodyValue(account)
                .exchange();
    }

    private static ResponseCookie session(WebTestClient.ResponseSpec answer) {
        return answer
                .expectStatus()
                .isSeeOther()
                .expectBody()
                .returnResult()
                .getResponseCookies()
                .toSingleValueMap()
                .values()
                .stream()
                .filter(cookie -> cookie.getName().endsWith("hadir_session"))
                .findFirst()
                .orElseThrow();
    }

    private String csrf(ResponseCookie cookie) {
        Matcher csrf = CSRF.matcher(page("/akun", cookie));
        assertThat(csrf.find()).isTrue();
        return csrf.group(1);
    }

    private String page(String path, @Nullable ResponseCookie cookie) {
        var request = http.get().uri(path);
        if (cookie != null) {
            request.cookie(cookie.getName(), cookie.getValue());
        }
        String body =
                request.exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(body);
    }
}
