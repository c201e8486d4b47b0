package id.hadir.gateway.account;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * The request for a new account. {@code agencyName} may be left out: the gateway then asks
 * events-service for it.
 */
record NewAccount(
        @Nullable String username,
        @Nullable String password,
        @Nullable String name,
        @Nullable String role,
        @Nullable String agencyId,
        @Nullable String agencyName,
        @Nullable String regionCode) {

    /** The account, with a problem that names every wrong field when any is wrong. */
    Account toAccount() {
        FieldErrors errors = new FieldErrors();
        String validUsername = AccountFields.username(username, errors);
        PasswordRules.check(
                "password", password, new PasswordOwner(username, name, agencyName), errors);
        String validName = AccountFields.name(name, errors);
        Role validRole = AccountFields.role(role, errors);
        String agency = AccountFields.agency(agencyId, validRole, errors);
        String agencyText = errors.optionalText("agencyName", agencyName, AccountFields.MAX_TEXT);
        String region = AccountFields.region(regionCode, errors);
        errors.throwIfAny();
        return new Account(
                UuidCreator.getTimeOrderedEpoch(),
                validUsername,
                validName,
                validRole,
                agency,
                agency == null ? null : agencyText,
                region,
                Account.FIRST_VERSION);
    }
}
