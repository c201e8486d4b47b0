package id.hadir.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies the gateway's JWT: ES256 only, type, issuer, audience and times. The gateway sends one
 * token with many requests, so a verified one is remembered, and only its times and its key are
 * looked at again.
 */
final class GatewayTokens implements ReactiveJwtDecoder {

    static final String ISSUER = "hadir-gateway";
    static final String AUDIENCE = "hadir";

    /** Of no other JWT, whoever signs it with the same key one day (RFC 8725, 3.11). */
    static final JOSEObjectType TYPE = new JOSEObjectType("hadir+jwt");

    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();
    private final JwtTimestampValidator times = new JwtTimestampValidator(Duration.ofSeconds(5));
    private final PublicKeys keys;
    private final NimbusReactiveJwtDecoder decoder;

    GatewayTokens(URI jwks, Clock clock) {
        times.setAllowEmptyExpiryClaim(false);
        times.setClock(clock);
        keys = new PublicKeys(jwks, clock);
        decoder =
                NimbusReactiveJwtDecoder.withJwkSource(
                                token -> keys.find(token.getHeader().getKeyID()).flux())
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .jwtProcessorCustomizer(
                                processor ->
                                        processor.setJWSTypeVerifier(
                                                new DefaultJOSEObjectTypeVerifier<>(TYPE)))
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        times, new JwtIssuerValidator(ISSUER), forServices()));
    }

    private static OAuth2TokenValidator<Jwt> forServices() {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE));
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            return decoder.decode(token).doOnNext(jwt -> verified.put(token, jwt));
        }
        return times.validate(known).hasErrors()
                ? Mono.error(new BadJwtException("expired"))
                : keys.find(String.valueOf(known.getHeaders().get("kid")))
                        .map(_ -> known)
                        .switchIfEmpty(Mono.error(() -> new BadJwtException("key withdrawn")));
    }
}
