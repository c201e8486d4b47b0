package id.hadir.gateway.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as the API shows it to those who manage accounts. */
record ManagedAccountView(
        UUID id,
        String username,
        String name,
        String role,
        AccountView.@Nullable AgencyView agency,
        @Nullable String regionCode,
        boolean active,
        boolean secondFactor,
        @Nullable Instant lastSignInAt,
        long version) {

    static ManagedAccountView of(ManagedAccount managed) {
        AccountView account = AccountView.of(managed.account());
        return new ManagedAccountView(
                account.id(),
                account.username(),
                account.name(),
                account.role(),
                account.agency(),
                account.regionCode(),
                managed.active(),
                managed.secondFactor(),
                managed.lastSignInAt(),
                managed.account().version());
    }
}
