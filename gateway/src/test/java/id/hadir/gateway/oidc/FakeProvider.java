package id.hadir.gateway.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for an identity provider that can be told to answer wrongly, or not at all. */
final class FakeProvider {

    static final String CLIENT = "hadir";
    static final String SECRET = "a client secret of the tests, long enough for HS256";

    private record Granted(String idToken, String challenge) {}

    private final RSAKey key = newKey("right");
    private final RSAKey foreignKey = newKey("right");
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
    private volatile boolean isDown;

    String issuer() {
        return "http://127.0.0.1:" + server.port() + "/realm";
    }

    void isDown(boolean down) {
        isDown = down;
    }

    /** The code for an ID token, redeemed once by who has made the challenge. */
    String grant(String idToken, String challenge) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Granted(idToken, challenge));
        return code;
    }

    String sign(Map<String, Object> claims) {
        return sign(claims, JWSAlgorithm.RS256, signer(key));
    }

    String signWithForeignKey(Map<String, Object> claims) {
        return sign(claims, JWSAlgorithm.RS256, signer(foreignKey));
    }

    String signWithAnotherAlgorithm(Map<String, Object> claims) {
        return sign(claims, JWSAlgorithm.RS512, signer(key));
    }

    String signWithClientSecret(Map<String, Object> claims) {
        try {
            return sign(claims, JWSAlgorithm.HS256, new MACSigner(SECRET));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String unsigned(Map<String, Object> claims) {
        return new PlainJWT(set(claims)).serialize();
    }

    private static String sign(
            Map<String, Object> claims, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            JWSHeader header = new JWSHeader.Builder(algorithm).keyID("right").build();
            SignedJWT token = new SignedJWT(header, set(claims));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet set(Map<String, Object> claims) {
        try {
            return JWTClaimsSet.parse(claims);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner signer(RSAKey with) {
        try {
            return new RSASSASigner(with);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        response.header(HttpHeaders.CONTENT_TYPE, "application/json");
        if (isDown) {
            return response.status(503).send();
        }
        return switch (request.uri()) {
            case "/realm/.well-known/openid-configuration" ->
                    response.sendString(Mono.just(JsonMapper.shared().writeValueAsString(about())))
                            .then();
            case "/realm/jwks" ->
                    response.sendString(Mono.just(new JWKSet(key.toPublicJWK()).toString())).then();
            case "/realm/token" -> redeem(request, response);
            default -> response.sendNotFound();
        };
    }

    private Map<String, Object> about() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/auth",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/jwks",
                "end_session_endpoint",
                issuer() + "/logout",
                "subject_types_supported",
                new String[] {"public"},
                "response_types_supported",
                new String[] {"code"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256", "RS512"});
    }

    private Mono<Void> redeem(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString()
                .flatMap(
                        body -> {
                            MultiValueMap<String, String> form =
                                    UriComponentsBuilder.fromUriString("?" + body)
                                            .build()
                                            .getQueryParams();
                            Granted granted = codes.remove(String.valueOf(form.getFirst("code")));
                            boolean isRight =
                                    granted != null
                                            && isClient(request)
                                            && granted.challenge()
                                                    .equals(s256(form.getFirst("code_verifier")));
                            return isRight
                                    ? response.sendString(Mono.just(tokens(granted.idToken())))
                                            .then()
                                    : response.status(400)
                                            .sendString(Mono.just("{\"error\":\"invalid_grant\"}"))
                                            .then();
                        });
    }

    private static String tokens(String idToken) {
        return "{\"access_token\":\"nothing\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                + idToken
                + "\"}";
    }

    private static boolean isClient(HttpServerRequest request) {
        String header = request.requestHeaders().get(HttpHeaders.AUTHORIZATION, "");
        return header.startsWith("Basic ");
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
