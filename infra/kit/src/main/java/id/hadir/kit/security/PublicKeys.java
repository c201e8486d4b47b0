package id.hadir.kit.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The public keys of who signs tokens, from its JWK set (RFC 7517). It is read again for a key that
 * is not in it, since a new one may sign any minute, but not for each of them: who makes keys up
 * must not choose how often. It is read again after a while at any rate, so that a withdrawn key
 * dies. While the signer does not tell, the keys told last go on.
 */
public final class PublicKeys {

    /** A new key is known that long after the last reading, at the latest. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** A withdrawn key is good for that long, at the most. */
    static final Duration TRUSTED_FOR = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One reading, for all who want it at the same time. */
    private record Reading(Instant begun, Mono<JWKSet> keys) {

        boolean isOlderThan(Duration age, Instant now) {
            return !now.isBefore(begun.plus(age));
        }
    }

    private final WebClient http = WebClient.create();
    private final URI jwks;
    private final Clock clock;
    private volatile Reading last = new Reading(Instant.EPOCH, Mono.empty());
    private volatile JWKSet told = new JWKSet();

    public PublicKeys(URI jwks, Clock clock) {
        this.jwks = jwks;
        this.clock = clock;
    }

    /** Empty when nothing is signed with that key, or no longer. */
    public Mono<JWK> find(@Nullable String kid) {
        Instant now = clock.instant();
        JWK known = told.getKeyByKeyId(kid);
        Duration age = known == null ? PAUSE : TRUSTED_FOR;
        return known != null && !last.isOlderThan(age, now)
                ? Mono.just(known)
                : reading(age, now).mapNotNull(keys -> keys.getKeyByKeyId(kid));
    }

    private synchronized Mono<JWKSet> reading(Duration age, Instant now) {
        if (last.isOlderThan(age, now)) {
            last = new Reading(now, read());
        }
        return last.keys();
    }

    private Mono<JWKSet> read() {
        return http.get()
                .uri(jwks)
                .retrieve()
                .bodyToMono(String.class)
                .timeout(PATIENCE)
                .map(PublicKeys::parse)
                .doOnNext(keys -> told = keys)
                .onErrorResume(this::toldLast)
                .cache();
    }

    private Mono<JWKSet> toldLast(Throwable failure) {
        JWKSet keys = told;
        return keys.isEmpty() ? Mono.error(failure) : Mono.just(keys);
    }

    private static JWKSet parse(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException noKeys) {
            throw new IllegalStateException("this is no JWK set", noKeys);
        }
    }
}
