package id.hadir.gateway.oidc;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.PublicKeys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Asks the provider about itself (OpenID Connect Discovery 1.0) when it is needed, and not at the
 * start: a provider that is down stops nobody who signs in with a password.
 */
@Component
@WhenConfigured
class Discovery {

    static final String REGISTRATION = "hadir";

    private static final Logger log = LoggerFactory.getLogger(Discovery.class);
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    /** It may move its addresses. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** Before it is asked again after it has not answered. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private final WebClient http = ProviderClient.create();
    private final OidcSettings settings;
    private final Clock clock;
    private final Mono<Provider> provider;

    Discovery(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.provider = read().cache(_ -> KEPT, _ -> PAUSE, () -> PAUSE);
    }

    /** Fails with {@code sso-unavailable}. */
    Mono<Provider> provider() {
        return provider;
    }

    static Problem unavailable() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sso-unavailable");
    }

    private Mono<Provider> read() {
        return http.get()
                .uri(URI.create(settings.requiredIssuer() + DOCUMENT))
                .retrieve()
                .bodyToMono(METADATA)
                .timeout(ProviderClient.PATIENCE)
                .map(this::provider)
                .doOnError(failure -> log.warn("no answer of the OIDC provider: {}", "" + failure))
                .onErrorMap(_ -> unavailable());
    }

    private Provider provider(Map<String, Object> metadata) {
        if (!settings.requiredIssuer().equals(metadata.get("issuer"))) {
            throw new IllegalStateException("it calls itself " + metadata.get("issuer"));
        }
        ClientRegistration registration =
                ClientRegistrations.fromOidcConfiguration(metadata)
                        .registrationId(REGISTRATION)
                        .clientId(settings.requiredClientId())
                        .clientSecret(settings.secret())
                        .scope(settings.scopes())
                        .redirectUri("{baseUrl}" + OidcPages.BACK)
                        .build();
        String jwks = registration.getProviderDetails().getJwkSetUri();
        PublicKeys keys = new PublicKeys(URI.create(Objects.requireNonNull(jwks)), clock);
        return new Provider(
                registration,
                decoder(keys, new OidcIdTokenValidator(registration)),
                decoder(keys, LogoutRules.of(registration)),
                address(metadata.get("end_session_endpoint")));
    }

    private ReactiveJwtDecoder decoder(PublicKeys keys, OAuth2TokenValidator<Jwt> validator) {
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSource(
                                token -> keys.find(token.getHeader().getKeyID()).flux())
                        .jwsAlgorithm(settings.algorithm())
                        .validateType(false)
                        .build();
        decoder.setJwtValidator(validator);
        return decoder;
    }

    private static @Nullable URI address(@Nullable Object text) {
        return text instanceof String address ? URI.create(address) : null;
    }
}
