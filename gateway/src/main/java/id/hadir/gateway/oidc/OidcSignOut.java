package id.hadir.gateway.oidc;

import id.hadir.gateway.signin.Credential;
import id.hadir.gateway.signin.ProviderSignOut;
import id.hadir.kit.secret.SealedSecrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Signing out at the provider, begun here (OpenID Connect RP-Initiated Logout 1.0). */
@Component
@WhenConfigured
class OidcSignOut implements ProviderSignOut {

    private static final Logger log = LoggerFactory.getLogger(OidcSignOut.class);

    private final Discovery discovery;
    private final OidcSessionStore store;
    private final SealedSecrets secrets;

    OidcSignOut(Discovery discovery, OidcSessionStore store, SealedSecrets secrets) {
        this.discovery = discovery;
        this.store = store;
        this.secrets = secrets;
    }

    @Override
    public Mono<String> idToken(Credential session) {
        return store.idToken(session)
                .flatMap(secrets::open)
                .map(idToken -> new String(idToken, StandardCharsets.UTF_8))
                .onErrorResume(OidcSignOut::onlyHere);
    }

    private static <T> Mono<T> onlyHere(Throwable failure) {
        log.warn("signed out here and not at the provider: {}", "" + failure);
        return Mono.empty();
    }

    @Override
    public Mono<URI> addressFor(String idToken, ServerHttpRequest request) {
        return discovery
                .provider()
                .mapNotNull(Provider::endSession)
                .map(
                        end ->
                                UriComponentsBuilder.fromUri(end)
                                        .queryParam("id_token_hint", "{token}")
                                        .queryParam("post_logout_redirect_uri", "{home}")
                                        .encode()
                                        .buildAndExpand(idToken, home(request))
                                        .toUri())
                .onErrorResume(OidcSignOut::onlyHere);
    }

    private static String home(ServerHttpRequest request) {
        return UriComponentsBuilder.fromUri(request.getURI())
                .replacePath("/")
                .replaceQuery(null)
                .toUriString();
    }
}
