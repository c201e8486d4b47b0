package id.hadir.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the JWT that tells a service who calls. One is signed for each actor and minute, not for
 * each request: signing costs more than the rest of the gateway's work.
 */
@Component
public class JwtMint {

    static final String ISSUER = "hadir-gateway";
    static final String AUDIENCE = "hadir";
    static final String TYPE = "hadir+jwt";
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final Duration REUSED_FOR = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final Clock clock;
    private final Cache<Actor, String> minted =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REUSED_FOR).build();

    JwtMint(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public Mono<String> tokenFor(Actor actor) {
        String known = minted.getIfPresent(actor);
        return known != null
                ? Mono.just(known)
                : keys.current()
                        .map(key -> sign(actor, key))
                        .doOnNext(token -> minted.put(actor, token));
    }

    private String sign(Actor actor, SigningKey key) {
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.ES256).keyId(key.kid()).type(TYPE).build();
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key.pair())))
                .encode(JwtEncoderParameters.from(header, claims(actor)))
                .getTokenValue();
    }

    private JwtClaimsSet claims(Actor actor) {
        Instant now = clock.instant();
        JwtClaimsSet.Builder claims =
                JwtClaimsSet.builder()
                        .issuer(ISSUER)
                        .audience(List.of(AUDIENCE))
                        .subject(actor.username())
                        .issuedAt(now)
                        .expiresAt(now.plus(LIFETIME))
                        .claim("name", actor.name())
                        .claim("role", actor.role().code());
        add(claims, "agency", actor.agencyId());
        add(claims, "region", actor.regionCode());
        add(claims, "csrf", actor.csrfToken());
        return claims.build();
    }

    private static void add(JwtClaimsSet.Builder claims, String name, @Nullable String value) {
        if (value != null) {
            claims.claim(name, value);
        }
    }
}
