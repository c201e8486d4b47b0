package id.hadir.gateway.account;

import id.hadir.kit.problem.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list holds; null does not narrow it.
 *
 * @param text part of a user name or a name
 */
public record AccountFilter(
        @Nullable String text, @Nullable String role, @Nullable Boolean active) {

    static final AccountFilter NONE = new AccountFilter(null, null, null);

    /** Reads a query; a blank value is as none. */
    static AccountFilter of(@Nullable String q, @Nullable String role, @Nullable String active) {
        FieldErrors errors = new FieldErrors();
        String text = errors.optionalText("q", q, AccountFields.MAX_TEXT);
        String code = errors.optionalText("role", role, AccountFields.MAX_TEXT);
        if (code != null && !AccountView.ROLES.contains(code)) {
            errors.add("role", "invalid-choice");
        }
        String flag = errors.optionalText("active", active, AccountFields.MAX_TEXT);
        if (flag != null && !flag.equals("true") && !flag.equals("false")) {
            errors.add("active", "invalid-choice");
        }
        errors.throwIfAny();
        return new AccountFilter(text, code, flag == null ? null : flag.equals("true"));
    }

    public boolean isAnything() {
        return text != null || role != null || active != null;
    }

    /** For {@code ilike}: the text wherever it stands, its own signs taken literally. */
    @Nullable String pattern() {
        return text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
