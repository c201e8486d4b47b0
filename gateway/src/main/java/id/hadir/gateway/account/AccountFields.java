package id.hadir.gateway.account;

import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Role;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what an account is made of; what is wrong is added to the errors. */
final class AccountFields {

    static final int MAX_TEXT = 200;

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,63}");

    /** The page for a new account has this address among those of the accounts. */
    private static final String NO_USERNAME = "baru";

    private static final Pattern REGION =
            Pattern.compile("\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?");
    private static final Set<Role> WITH_AGENCY = Set.of(Role.ORGANISER, Role.DESK);

    private AccountFields() {}

    static String username(@Nullable String text, FieldErrors errors) {
        String username = errors.requiredText("username", text, MAX_TEXT);
        if (!username.isEmpty() && !isUsername(username)) {
            errors.add("username", "invalid-username");
        }
        return username;
    }

    static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches() && !text.equalsIgnoreCase(NO_USERNAME);
    }

    static String name(@Nullable String text, FieldErrors errors) {
        return errors.requiredText("name", text, MAX_TEXT);
    }

    static Role role(@Nullable String text, FieldErrors errors) {
        String code = errors.requiredText("role", text, MAX_TEXT);
        if (AccountView.ROLES.contains(code)) {
            return Role.ofCode(code);
        }
        if (!code.isEmpty()) {
            errors.add("role", "invalid-choice");
        }
        return Role.ANYONE; // never seen: the errors are thrown first
    }

    static @Nullable String agency(@Nullable String text, Role role, FieldErrors errors) {
        String agency = errors.optionalText("agencyId", text, MAX_TEXT);
        if (agency == null && WITH_AGENCY.contains(role)) {
            errors.add("agencyId", "required");
        }
        return agency;
    }

    static @Nullable String region(@Nullable String text, FieldErrors errors) {
        String region = errors.optionalText("regionCode", text, MAX_TEXT);
        if (region != null && !REGION.matcher(region).matches()) {
            errors.add("regionCode", "invalid-region-code");
        }
        return region;
    }
}
