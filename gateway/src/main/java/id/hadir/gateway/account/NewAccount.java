package id.hadir.gateway.account;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,63}");
    private static final Pattern REGION =
            Pattern.compile("\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?");
    private static final int MAX_TEXT = 200;
    private static final Set<Role> WITH_AGENCY = Set.of(Role.ORGANISER, Role.DESK);
    private static final Set<String> ROLES =
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.ANYONE)
                    .map(Role::code)
                    .collect(Collectors.toUnmodifiableSet());

    /** The account, with a problem that names every wrong field when any is wrong. */
    Account toAccount() {
        FieldErrors errors = new FieldErrors();
        String validUsername = errors.requiredText("username", username, MAX_TEXT);
        if (!validUsername.isEmpty() && !USERNAME.matcher(validUsername).matches()) {
            errors.add("username", "invalid-username");
        }
        PasswordRules.check("password", password, username, errors);
        String validName = errors.requiredText("name", name, MAX_TEXT);
        Role validRole = role(errors);
        String agency = errors.optionalText("agencyId", agencyId, MAX_TEXT);
        if (agency == null && WITH_AGENCY.contains(validRole)) {
            errors.add("agencyId", "required");
        }
        String agencyText = errors.optionalText("agencyName", agencyName, MAX_TEXT);
        String region = errors.optionalText("regionCode", regionCode, MAX_TEXT);
        if (region != null && !REGION.matcher(region).matches()) {
            errors.add("regionCode", "invalid-region-code");
        }
        errors.throwIfAny();
        return new Account(
                UuidCreator.getTimeOrderedEpoch(),
                validUsername,
                validName,
                validRole,
                agency,
                agency == null ? null : agencyText,
                region);
    }

    private Role role(FieldErrors errors) {
        String code = errors.requiredText("role", role, MAX_TEXT);
        if (ROLES.contains(code)) {
            return Role.ofCode(code);
        }
        if (!code.isEmpty()) {
            errors.add("role", "invalid-choice");
        }
        return Role.ANYONE; // never seen: the errors are thrown first
    }
}
