package id.hadir.gateway.account;

import id.hadir.kit.audit.Deed;
import id.hadir.kit.audit.Masked;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit keeps of what is done to an account. */
public final class AccountDeed {

    private AccountDeed() {}

    /**
     * @param action such as {@code account.password-changed}
     */
    public static Deed of(String action, Account account) {
        return Deed.of(action, "account", account.username());
    }

    static Deed created(Account account) {
        return of("account.created", account).changing(Map.of(), fields(account, true));
    }

    static Deed changed(ManagedAccount before, ManagedAccount after) {
        return of("account.changed", after.account())
                .changing(
                        fields(before.account(), before.active()),
                        fields(after.account(), after.active()));
    }

    private static Map<String, @Nullable Object> fields(Account account, boolean isActive) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", Masked.name(account.name()));
        fields.put("role", account.role().code());
        fields.put("agencyId", account.agencyId());
        fields.put("regionCode", account.regionCode());
        fields.put("active", isActive);
        return fields;
    }
}
