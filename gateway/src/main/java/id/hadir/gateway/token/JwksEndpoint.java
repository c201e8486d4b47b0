package id.hadir.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The public keys as a JWK set (RFC 7517), on the management port: only services ask for them. */
@Component
@Endpoint(id = "jwks")
class JwksEndpoint {

    private final SigningKeys keys;

    JwksEndpoint(SigningKeys keys) {
        this.keys = keys;
    }

    @ReadOperation
    Mono<Map<String, Object>> publicKeys() {
        return keys.published()
                .map(SigningKey::publicKey)
                .cast(JWK.class)
                .collectList()
                .map(published -> new JWKSet(published).toJSONObject(true));
    }
}
