package id.hadir.kit.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** JWTs as the gateway makes them, signed with a key of the test, whose JWKS it serves. */
public final class TestTokens {

    /** The gateway's tokens, as its JWTs call themselves. */
    public static final JOSEObjectType TYPE = new JOSEObjectType("hadir+jwt");

    private static final ECKey KEY = key();
    private static final HttpServer SERVER = serve();

    private TestTokens() {}

    public static String anyone() {
        return token("anyone", "anyone", null, null, null);
    }

    public static String admin() {
        return token("admin", "admin", null, null, null);
    }

    public static String organiser(String agencyId) {
        return token("organiser", "organiser", agencyId, null, null);
    }

    public static String desk(String agencyId) {
        return token("desk", "desk", agencyId, null, null);
    }

    /**
     * @param regionCode null for the whole country
     */
    public static String official(@Nullable String regionCode) {
        return token("official", "official", null, regionCode, null);
    }

    /** An organiser in a browser, who must show the CSRF token. */
    public static String organiserSession(String agencyId, String csrf) {
        return token("organiser", "organiser", agencyId, null, csrf);
    }

    /** Any token; null leaves a claim out. */
    public static String token(
            String username,
            String role,
            @Nullable String agencyId,
            @Nullable String regionCode,
            @Nullable String csrf) {
        Instant now = Instant.now();
        return sign(
                KEY,
                new JWTClaimsSet.Builder()
                        .issuer("hadir-gateway")
                        .audience("hadir")
                        .subject(username)
                        .claim("name", username)
                        .claim("role", role)
                        .claim("agency", agencyId)
                        .claim("region", regionCode)
                        .claim("csrf", csrf)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .build());
    }

    /** Signs whatever claims with whatever key: for forgeries. */
    public static String sign(ECKey key, JWTClaimsSet claims) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .type(TYPE)
                            .build();
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The key that services in a test trust. */
    public static ECKey trustedKey() {
        return KEY;
    }

    static String jwksUri() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/jwks";
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static HttpServer serve() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer server = HttpServer.create(address, 0);
            byte[] jwks = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext(
                    "/jwks",
                    exchange -> {
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, jwks.length);
                        try (var body = exchange.getResponseBody()) {
                            body.write(jwks);
                        }
                    });
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
