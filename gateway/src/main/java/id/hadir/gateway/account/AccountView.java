package id.hadir.gateway.account;

import org.jspecify.annotations.Nullable;

/** An account as the API shows it. */
public record AccountView(
        String username,
        String name,
        String role,
        @Nullable AgencyView agency,
        @Nullable String regionCode) {

    /**
     * @param name null while events-service has not told it
     */
    public record AgencyView(String id, @Nullable String name) {}

    public static AccountView of(Account account) {
        return new AccountView(
                account.username(),
                account.name(),
                account.role().code(),
                account.agencyId() == null
                        ? null
                        : new AgencyView(account.agencyId(), account.agencyName()),
                account.regionCode());
    }
}
