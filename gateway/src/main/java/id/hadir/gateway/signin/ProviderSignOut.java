package id.hadir.gateway.signin;

import java.net.URI;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** The other end of a session that an identity provider has vouched for. */
public interface ProviderSignOut {

    /**
     * By what the provider knows that session, to be read before it ends; empty for one that began
     * with a password.
     */
    Mono<String> idToken(Credential session);

    /**
     * Where the browser ends the provider's own session. Empty when the provider has no such
     * address or does not answer.
     */
    Mono<URI> addressFor(String idToken, ServerHttpRequest request);
}
