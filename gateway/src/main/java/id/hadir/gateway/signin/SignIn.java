package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.kit.security.Actor;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live sign-in: a bearer token, or the session of a browser.
 *
 * @param csrfToken of a session, null for a bearer token
 * @param lastUsedAt to the minute; null before its first use
 * @param bySecondFactor whether a code was given besides the password
 */
public record SignIn(
        UUID id,
        Kind kind,
        Account account,
        @Nullable String csrfToken,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        boolean bySecondFactor) {

    public enum Kind {
        TOKEN,
        SESSION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Actor actor() {
        return account.actor(csrfToken);
    }
}
