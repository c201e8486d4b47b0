package id.hadir.kit.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.hadir.kit.app.SampleService;
import id.hadir.kit.test.PostgresForTests;
import id.hadir.kit.test.TestTokens;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Who can reach a service's port makes a token as good as can be made without the gateway's key:
 * each differs from a good one in one thing.
 */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PostgresForTests.class)
class ForgedTokenTests {

    private static final ECKey TRUSTED = TestTokens.trustedKey();
    private static final ECKey STRANGERS = key();

    @LocalServerPort int port;

    @Test
    void aGoodOneIsTaken() throws JOSEException {
        statusOf(signed(header(same()), claims(same()), new ECDSASigner(TRUSTED))).isOk();
    }

    @Test
    void unsigned() {
        assertRefused(new PlainJWT(claims(same())).serialize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "HS256", "ES384", "RS256"})
    void signedByTheKeyButSaidToBeByAnotherAlgorithm(String algorithm) throws JOSEException {
        String good = signed(header(same()), claims(same()), new ECDSASigner(TRUSTED));
        String header =
                "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"hadir+jwt\"}"
                        .formatted(algorithm, TRUSTED.getKeyID());
        String body = good.substring(good.indexOf('.') + 1);
        assertRefused(encoded(header) + "." + body);
        assertRefused(encoded(header) + "." + body.substring(0, body.indexOf('.')) + ".");
    }

    /** Whoever takes the public key for a shared secret believes this one. */
    @Test
    void signedWithThePublicKeyAsASharedSecret() throws JOSEException {
        byte[] published = TRUSTED.toECPublicKey().getEncoded();
        assertRefused(
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(TRUSTED.getKeyID())
                                .type(TestTokens.TYPE)
                                .build(),
                        claims(same()),
                        new MACSigner(published)));
    }

    @Test
    void signedWithAnRsaKeyOfTheSameName() throws JOSEException {
        var rsa = new RSAKeyGenerator(2048).keyID(TRUSTED.getKeyID()).generate();
        assertRefused(
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(TRUSTED.getKeyID())
                                .type(TestTokens.TYPE)
                                .build(),
                        claims(same()),
                        new RSASSASigner(rsa)));
    }

    @Test
    void bringingItsKeyAlong() throws JOSEException {
        JWSSigner stranger = new ECDSASigner(STRANGERS);
        assertRefused(
                signed(header(jws -> jws.jwk(STRANGERS.toPublicJWK())), claims(same()), stranger));
        assertRefused(
                signed(
                        header(jws -> jws.jwk(STRANGERS.toPublicJWK()).keyID(null)),
                        claims(same()),
                        stranger));
        assertRefused(
                signed(
                        header(
                                jws ->
                                        jws.jwkURL(URI.create("http://127.0.0.1:1/jwks"))
                                                .keyID("another")),
                        claims(same()),
                        stranger));
    }

    @Test
    void namingNoKey() throws JOSEException {
        assertRefused(
                signed(header(jws -> jws.keyID(null)), claims(same()), new ECDSASigner(STRANGERS)));
    }

    @Test
    void ofAnotherType() throws JOSEException {
        for (JOSEObjectType type : new JOSEObjectType[] {JOSEObjectType.JWT, null}) {
            assertRefused(
                    signed(
                            header(jws -> jws.type(type)),
                            claims(same()),
                            new ECDSASigner(TRUSTED)));
        }
    }

    @Test
    void ofAnotherIssuerOrForAnotherAudience() {
        assertClaimsRefused(claims -> claims.issuer("hadir"));
        assertClaimsRefused(claims -> claims.issuer(null));
        assertClaimsRefused(claims -> claims.audience("hadir-gateway"));
        assertClaimsRefused(claims -> claims.audience(List.of("other", "another")));
        assertClaimsRefused(claims -> claims.audience((String) null));
    }

    @Test
    void withoutAnEndOrPastItOrBeforeItsBeginning() {
        Instant now = Instant.now();
        assertClaimsRefused(claims -> claims.expirationTime(null));
        assertClaimsRefused(claims -> claims.expirationTime(Date.from(now.minusSeconds(6))));
        assertClaimsRefused(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(60))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "e30.e30.", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA"})
    void ofNoForm(String token) {
        assertRefused(token);
    }

    private void assertClaimsRefused(UnaryOperator<JWTClaimsSet.Builder> change) {
        assertRefused(TestTokens.sign(TRUSTED, claims(change)));
    }

    private void assertRefused(String token) {
        statusOf(token).isUnauthorized();
    }

    private WebTestClient http = WebTestClient.bindToServer().build();

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private StatusAssertions statusOf(String token) {
        return http.get()
                .uri("/api/open")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JWSHeader header(UnaryOperator<JWSHeader.Builder> change) {
        return change.apply(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(TRUSTED.getKeyID())
                                .type(TestTokens.TYPE))
                .build();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(
                        new JWTClaimsSet.Builder()
                                .issuer("hadir-gateway")
                                .audience("hadir")
                                .subject("admin")
                                .claim("name", "Administrator")
                                .claim("role", "admin")
                                .expirationTime(Date.from(Instant.now().plusSeconds(60))))
                .build();
    }

    private static <T> UnaryOperator<T> same() {
        return UnaryOperator.identity();
    }

    private static String encoded(String json) {
        return Base64URL.encode(json).toString();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(TRUSTED.getKeyID()).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
