package id.hadir.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
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
 * Verifies the gateway's JWT: ES256 only, issuer, audience and times. The gateway sends one token
 * with many requests, so a verified one is remembered, and only its times are looked at again.
 */
final class GatewayTokens implements ReactiveJwtDecoder {

    static final String ISSUER = "hadir-gateway";
    static final String AUDIENCE = "hadir";

    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();
    private final JwtTimestampValidator times = new JwtTimestampValidator(Duration.ofSeconds(5));
    private final NimbusReactiveJwtDecoder decoder;

    GatewayTokens(SecuritySettings settings) {
        decoder =
                NimbusReactiveJwtDecoder.withJwkSetUri(settings.jwksUri().toString())
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        times,
                        new JwtIssuerValidator(ISSUER),
                        new JwtClaimValidator<java.util.List<String>>(
                                JwtClaimNames.AUD,
                                audience -> audience != null && audience.contains(AUDIENCE))));
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            return decoder.decode(token).doOnNext(jwt -> verified.put(token, jwt));
        }
        return times.validate(known).hasErrors()
                ? Mono.error(new BadJwtException("expired"))
                : Mono.just(known);
    }
}
