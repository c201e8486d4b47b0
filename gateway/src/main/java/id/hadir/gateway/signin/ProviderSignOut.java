package id.hadir.gateway.signin;

import java.net.URI;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** The other end of a session that an identity provider has vouched for. */
public interface ProviderSignOut {

    /**
     * Where the browser of that session ends the provider's own. Empty for a session that began
     * with a password, and when the provider has no such address or does not answer.
     */
    Mono<URI> addressFor(Credential session, ServerHttpRequest request);
}
