package id.hadir.gateway.oidc;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What the provider says has ended: a session, or all sessions of somebody. One of them is given.
 *
 * @param id of the token, which is good once
 * @param expiresAt after which the token is refused anyway
 */
record Logout(
        String issuer,
        String id,
        @Nullable String subject,
        @Nullable String sid,
        Instant expiresAt) {

    static Logout of(Jwt token) {
        return new Logout(
                Objects.requireNonNull(token.getClaimAsString("iss")),
                Objects.requireNonNull(token.getId()),
                token.getSubject(),
                token.getClaimAsString("sid"),
                Objects.requireNonNull(token.getExpiresAt()));
    }

    boolean namesSomebody() {
        return subject != null || sid != null;
    }
}
