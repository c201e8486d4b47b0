package id.hadir.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import id.hadir.gateway.GatewayTest;
import id.hadir.gateway.Upstream.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class IdentityRelayTests extends GatewayTest {

    @Test
    void anonymousRequestArrivesAsAnyone() throws Exception {
        http.get().uri("/api/events").exchange().expectStatus().isOk();

        JWTClaimsSet claims = verified(EVENTS.last());
        assertThat(claims.getSubject()).isEqualTo("anyone");
        assertThat(claims.getStringClaim("role")).isEqualTo("anyone");
        assertThat(claims.getClaim("csrf")).isNull();
    }

    @Test
    void accountArrivesWithItsClaims() throws Exception {
        String username = accountWithRole("organiser");
        String token = tokenOf(username, PASSWORD);

        http.get()
                .uri("/api/reports/attendance")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk();

        Received received = ATTENDANCE.last();
        JWTClaimsSet claims = verified(received);
        assertThat(claims.getSubject()).isEqualTo(username);
        assertThat(claims.getIssuer()).isEqualTo("hadir-gateway");
        assertThat(claims.getAudience()).containsExactly("hadir");
        assertThat(claims.getStringClaim("name")).isEqualTo("Siti Rahayu");
        assertThat(claims.getStringClaim("role")).isEqualTo("organiser");
        assertThat(claims.getStringClaim("agency")).isEqualTo("agency-1");
        assertThat(claims.getStringClaim("region")).isEqualTo("33.18");
        assertThat(claims.getClaim("csrf")).isNull();
        assertThat(Duration.between(Instant.now(), claims.getExpirationTime().toInstant()))
                .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(5));
        assertThat(received.header("authorization")).doesNotContain(token);
    }

    @Test
    void requestsOfOneMinuteShareOneSignature() {
        http.get().uri("/api/events").exchange().expectStatus().isOk();
        String first = EVENTS.last().bearer();
        http.get().uri("/api/units").exchange().expectStatus().isOk();

        assertThat(EVENTS.last().bearer()).isEqualTo(first);
    }

    @Test
    void nothingThatTheClientClaimsToBeArrives() throws Exception {
        http.get()
                .uri("/api/events")
                .header("Authorization", "Basic YWRtaW46YWRtaW4=")
                .header("X-Forwarded-User", "admin")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Remote-User", "admin")
                .header("X-Hadir-Role", "admin")
                .header("Proxy-Authorization", "Bearer forged")
                .header("X-Ticket", "ABCD-EFGH-JKMN")
                .cookie("hadir_session", "not-a-session")
                .cookie("__Host-hadir_session", "not-a-session")
                .cookie("hadir_lang", "en")
                .exchange()
                .expectStatus()
                .isOk();

        Received received = EVENTS.last();
        assertThat(verified(received).getStringClaim("role")).isEqualTo("anyone");
        assertThat(received.headers())
                .doesNotContainKeys(
                        "x-forwarded-user",
                        "x-forwarded-prefix",
                        "x-remote-user",
                        "x-hadir-role",
                        "proxy-authorization");
        assertThat(received.header("x-ticket")).isEqualTo("ABCD-EFGH-JKMN");
        assertThat(received.header("cookie")).isEqualTo("hadir_lang=en");
        assertThat(received.header("x-forwarded-host")).isEqualTo("127.0.0.1:" + port);
        assertThat(received.header("x-forwarded-proto")).isEqualTo("http");
        assertThat(received.header("x-forwarded-for")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Client-Cert",
                "X-Forwarded-Email",
                "X-Remote-User",
                "Remote-User",
                "X-Auth-Request-User",
                "X-Authenticated-User",
                "X-User",
                "X-User-Id",
                "X-Hadir-Role",
                "X-Feed-Key",
                "X-Original-URL",
                "X-Original-Host",
                "X-Rewrite-URL",
                "X-Real-IP",
                "X-Client-Cert",
                "X-Client-IP",
                "X-SSL-Client-S-DN",
                "SSL-Client-Verify",
                "X-Amzn-Oidc-Data",
                "X-Goog-Authenticated-User-Email",
                "X-Goog-IAP-JWT-Assertion",
                "X-MS-Client-Principal",
                "X-MS-Token-AAD-ID-Token",
                "Cf-Access-Jwt-Assertion",
                "Forwarded",
                "Proxy-Authorization"
            })
    void headersOfIdentityStayOutsideAndOthersPass(String name) {
        http.post() // what is only read may come from the cache, which asks in its own name
                .uri("/api/events")
                .header(name, "for=1.2.3.4;admin")
                .header("X-Request-Purpose", "kept")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(EVENTS.last().headers()).doesNotContainKey(name.toLowerCase(Locale.ROOT));
        assertThat(EVENTS.last().header("x-request-purpose")).isEqualTo("kept");
    }

    @Test
    void forgedTokenIsRefusedHere() {
        int before = EVENTS.count();
        for (String forged : new String[] {"x".repeat(43), "a.b.c", "not a token"}) {
            http.get()
                    .uri("/api/events")
                    .header("Authorization", "Bearer " + forged)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("unauthenticated");
        }
        assertThat(EVENTS.count()).isEqualTo(before);
    }

    /** The gateway's own JWT, should it leak, opens nothing at the gateway. */
    @Test
    void jwtOfTheGatewayIsNoBearerToken() {
        http.get().uri("/api/events").exchange().expectStatus().isOk();
        String leaked = EVENTS.last().bearer();

        http.get()
                .uri("/api/account")
                .headers(headers -> headers.setBearerAuth(leaked))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void publicKeysAreOnTheManagementPortOnly() {
        http.get().uri("/actuator/jwks").exchange().expectStatus().isNotFound();
        assertThat(jwks()).doesNotContain("\"d\"");
    }

    private JWTClaimsSet verified(Received received) throws Exception {
        SignedJWT jwt = SignedJWT.parse(received.bearer());
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        var key = JWKSet.parse(jwks()).getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private String jwks() {
        String keys =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + managementPort)
                        .build()
                        .get()
                        .uri("/actuator/jwks")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(keys);
    }
}
