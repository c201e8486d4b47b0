package id.hadir.gateway.oidc;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * The provider as it has told of itself.
 *
 * @param idTokens checks signature, issuer, audience and times of an ID token
 * @param logoutTokens checks the same of a logout token, and that it is one
 * @param endSession where a browser signs out, or null when it cannot
 */
record Provider(
        ClientRegistration registration,
        ReactiveJwtDecoder idTokens,
        ReactiveJwtDecoder logoutTokens,
        @Nullable URI endSession) {}
