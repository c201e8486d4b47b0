package id.hadir.gateway.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token or session as its owner sees it; the credential itself is shown to nobody.
 *
 * @param name given to a token, or of the browser
 * @param address that it was made from
 * @param lastUsedAt to the minute; null before its first use
 * @param current whether the list is asked for with it
 */
public record ListedSignIn(
        UUID id,
        @Nullable String name,
        @Nullable String address,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        boolean current) {}
