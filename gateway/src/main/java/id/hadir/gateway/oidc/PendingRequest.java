package id.hadir.gateway.oidc;

import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What has to be known again when the browser comes back from the provider.
 *
 * @param nonce that the ID token must tell the hash of
 * @param codeVerifier that shows the provider who asked (RFC 7636)
 * @param returnTo path of this site to go to, or empty
 */
record PendingRequest(
        String state, String nonce, String codeVerifier, String redirectUri, String returnTo) {

    static PendingRequest of(OAuth2AuthorizationRequest request, String returnTo) {
        return new PendingRequest(
                String.valueOf(request.getState()),
                attribute(request, OidcParameterNames.NONCE),
                attribute(request, PkceParameterNames.CODE_VERIFIER),
                String.valueOf(request.getRedirectUri()),
                returnTo);
    }

    private static String attribute(OAuth2AuthorizationRequest request, String name) {
        Object value = request.getAttributes().get(name);
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalStateException("a request without " + name);
    }

    OAuth2AuthorizationRequest of(ClientRegistration registration) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        String.valueOf(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(redirectUri)
                .scopes(registration.getScopes())
                .state(state)
                .attributes(
                        Map.of(
                                OidcParameterNames.NONCE,
                                nonce,
                                PkceParameterNames.CODE_VERIFIER,
                                codeVerifier))
                .build();
    }
}
