package id.hadir.gateway.oidc;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What makes a token one for signing out (OpenID Connect Back-Channel Logout 1.0, 2.6). */
final class LogoutRules {

    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static final Duration SKEW = Duration.ofSeconds(60);

    private LogoutRules() {}

    static OAuth2TokenValidator<Jwt> of(ClientRegistration registration) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setAllowEmptyExpiryClaim(false);
        String issuer = registration.getProviderDetails().getIssuerUri();
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(String.valueOf(issuer)),
                claim(JwtClaimNames.AUD, audience -> isFor(audience, registration.getClientId())),
                claim(JwtClaimNames.JTI, id -> id instanceof String text && !text.isBlank()),
                claim("events", LogoutRules::isLogout),
                LogoutRules::isNoIdToken);
    }

    private static OAuth2TokenValidator<Jwt> claim(
            String name, Predicate<@Nullable Object> isRight) {
        return new JwtClaimValidator<@Nullable Object>(name, isRight);
    }

    /** Which has a nonce. */
    private static OAuth2TokenValidatorResult isNoIdToken(Jwt token) {
        return token.hasClaim(IdTokenClaimNames.NONCE)
                ? OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "it has a nonce", null))
                : OAuth2TokenValidatorResult.success();
    }

    private static boolean isFor(@Nullable Object audience, String clientId) {
        return audience instanceof Collection<?> several && several.contains(clientId);
    }

    private static boolean isLogout(@Nullable Object events) {
        return events instanceof Map<?, ?> named && named.get(EVENT) instanceof Map<?, ?>;
    }
}
