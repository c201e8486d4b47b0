package id.hadir.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import id.hadir.kit.app.SampleService;
import id.hadir.kit.test.PostgresForTests;
import id.hadir.kit.test.TestTokens;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who gets in, and what everybody else is told: over HTTP, with real JWTs. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PostgresForTests.class)
class AccessTests {

    @LocalServerPort int port;
    @LocalManagementPort int managementPort;

    WebTestClient http;

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return http.get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
    }

    private WebTestClient.ResponseSpec post(String path, String token, String json) {
        return http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    @Test
    void aRequestThatGoesAroundTheGatewayGetsNothing() {
        http.get().uri("/api/open").exchange().expectStatus().isUnauthorized();
    }

    /** There or not, a path tells nothing of itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/open",
                "/api/forgotten",
                "/api/none",
                "/feeds/sample?consumer=x&wait=0",
                "/feeds/none?consumer=x",
                "/panitia",
                "/none",
                "/aset/none.css",
                "/actuator/health",
                "/actuator/prometheus"
            })
    void withoutATokenEveryPathIsAnsweredAlike(String path) {
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
            http.method(method).uri(path).exchange().expectStatus().isUnauthorized();
        }
        var answer = http.get().uri(path).exchange().expectBody(String.class).returnResult();
        boolean isProgram = path.startsWith("/api/") || path.startsWith("/feeds/");
        assertThat(answer.getStatus().value()).isEqualTo(isProgram ? 401 : 303);
        assertThat(String.valueOf(answer.getResponseBody()))
                .containsAnyOf("\"code\":\"unauthenticated\"", "null");
    }

    @Test
    void theFeedsKeyOpensFeedsAloneAndATokenDoesNotOpenThem() {
        http.get()
                .uri("/feeds/sample?consumer=x&wait=0")
                .header("X-Feed-Key", "a-feed-key-for-tests-only")
                .exchange()
                .expectStatus()
                .isOk();
        http.get()
                .uri("/api/open")
                .header("X-Feed-Key", "a-feed-key-for-tests-only")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        get("/feeds/sample?consumer=x&wait=0", TestTokens.admin()).expectStatus().isNotFound();
    }

    @Test
    void healthIsToldOnTheManagementPortWithoutAToken() {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .build()
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk();
        get("/actuator/health", TestTokens.admin()).expectStatus().isNotFound();
    }

    @Test
    void theGatewaysTokenForNobodyOpensWhatIsForAnyone() {
        get("/api/open", TestTokens.anyone())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("anyone");
    }

    @Test
    void nobodyIsAskedToSignInBeforeTheBodyIsRead() {
        post("/api/notes", TestTokens.anyone(), "{not json")
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unauthenticated");
    }

    @Test
    void aRoleWithoutTheRowIsForbidden() {
        post("/api/notes", TestTokens.desk("a"), "{}").expectStatus().isForbidden();
    }

    @Test
    void anEndpointWithoutARowDoesNotExist() {
        get("/api/forgotten", TestTokens.admin())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
    }

    @Test
    void aMethodWithoutARowIsNotAllowed() {
        post("/api/open", TestTokens.admin(), "{}").expectStatus().isEqualTo(405);
    }

    @Test
    void whoMayReadMayAskForTheHeadersAlone() {
        http.head()
                .uri("/api/open")
                .headers(headers -> headers.setBearerAuth(TestTokens.anyone()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentLength("{'role':'anyone','limit':50}".length())
                .expectBody()
                .isEmpty();
        http.head()
                .uri("/panitia")
                .headers(headers -> headers.setBearerAuth(TestTokens.desk("a")))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/open;a=b",
                "/api//open",
                "/api/open%2Fa",
                "/api/open%00",
                "/api/open%25"
            })
    void aPathThatTheFirewallRefusesIsMalformed(String path) {
        http.get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .headers(headers -> headers.setBearerAuth(TestTokens.anyone()))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() throws JOSEException {
        var stranger = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        String forged = TestTokens.sign(stranger, claims("hadir-gateway", "hadir", 60));
        get("/api/open", forged).expectStatus().isUnauthorized();
    }

    @Test
    void issuerAudienceAndExpiryAreChecked() {
        assertRefused(claims("somebody", "hadir", 60));
        assertRefused(claims("hadir-gateway", "other", 60));
        assertRefused(claims("hadir-gateway", "hadir", -60));
    }

    private void assertRefused(JWTClaimsSet claims) {
        get("/api/open", TestTokens.sign(TestTokens.trustedKey(), claims))
                .expectStatus()
                .isUnauthorized();
    }

    private static JWTClaimsSet claims(String issuer, String audience, int seconds) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("admin")
                .claim("role", "admin")
                .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                .build();
    }

    @Test
    void aPersonWithoutSessionIsLedToTheSignInPageAndBack() {
        get("/panitia", TestTokens.anyone())
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/masuk?ke=%2Fpanitia");
    }

    @Test
    void aBrowserSessionMustShowItsCsrfToken() {
        String session = TestTokens.organiserSession("a", "the-token");
        form(session, "").isForbidden();
        form(session, "_csrf=another").isForbidden();
        form(session, "_csrf=the-token").isOk();
        post("/api/notes", session, "{}").expectStatus().isForbidden();
        http.post()
                .uri("/api/notes")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + session)
                .header(CsrfFilter.HEADER, "the-token")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private org.springframework.test.web.reactive.server.StatusAssertions form(
            String session, String body) {
        return http.post()
                .uri("/panitia")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + session)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(body)
                .exchange()
                .expectStatus();
    }

    @Test
    void aWrongMediaTypeIs415AndALargeBody413() {
        http.post()
                .uri("/api/notes")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.admin())
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("text")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        String large = "{\"text\":\"" + "a".repeat(2_000_000) + "\"}";
        post("/api/notes", TestTokens.admin(), large).expectStatus().isEqualTo(413);
    }

    @Test
    void aFaultTellsNothingOfItsInside() {
        get("/api/broken", TestTokens.anyone())
                .expectStatus()
                .is5xxServerError()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("internal").doesNotContain("secret"));
    }

    @Test
    void errorsSpeakTheLanguageAskedFor() {
        http.get()
                .uri("/api/open?limit=0")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.anyone())
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9,id;q=0.5")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("Must be between 1 and 200.");
        get("/api/open?limit=0", TestTokens.anyone())
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("Nilai harus antara 1 dan 200.");
    }
}
