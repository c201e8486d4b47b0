package id.hadir.gateway.account;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as those see it who manage accounts.
 *
 * @param active false: nobody signs in with it, and its sign-ins have ended
 * @param secondFactor whether a code is asked for besides the password
 */
public record ManagedAccount(
        Account account, boolean active, boolean secondFactor, @Nullable Instant lastSignInAt) {

    ManagedAccount with(Account changed, boolean isActive) {
        return new ManagedAccount(changed, isActive, secondFactor, lastSignInAt);
    }

    /** Whether whoever is signed in with it would go on with rights that it no longer has. */
    boolean hasOtherRightsThan(ManagedAccount before) {
        return active != before.active
                || account.role() != before.account.role()
                || !Objects.equals(account.agencyId(), before.account.agencyId())
                || !Objects.equals(account.regionCode(), before.account.regionCode());
    }
}
