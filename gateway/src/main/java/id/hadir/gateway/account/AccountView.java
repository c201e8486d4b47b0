package id.hadir.gateway.account;

import id.hadir.kit.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as the API shows it. */
public record AccountView(
        UUID id,
        String username,
        String name,
        String role,
        @Nullable AgencyView agency,
        @Nullable String regionCode) {

    /** The roles that an account can have. */
    public static final List<String> ROLES =
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.ANYONE)
                    .map(Role::code)
                    .toList();

    /**
     * @param name null while events-service has not told it
     */
    public record AgencyView(String id, @Nullable String name) {}

    public static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.username(),
                account.name(),
                account.role().code(),
                account.agencyId() == null
                        ? null
                        : new AgencyView(account.agencyId(), account.agencyName()),
                account.regionCode());
    }
}
