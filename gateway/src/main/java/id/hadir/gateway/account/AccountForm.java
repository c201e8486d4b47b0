package id.hadir.gateway.account;

import id.hadir.kit.page.FormState;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The forms of the pages that manage accounts. */
final class AccountForm {

    private AccountForm() {}

    static FormState of(ManagedAccount managed) {
        Account account = managed.account();
        Map<String, String> values = new HashMap<>();
        values.put("version", String.valueOf(account.version()));
        values.put("name", account.name());
        values.put("role", account.role().code());
        values.put("agencyId", orEmpty(account.agencyId()));
        values.put("regionCode", orEmpty(account.regionCode()));
        values.put("active", String.valueOf(managed.active()));
        return new FormState(values, List.of());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A box that is not ticked is not sent. */
    static AccountChange change(MultiValueMap<String, String> form) {
        return new AccountChange(
                form.getFirst("name"),
                form.getFirst("role"),
                form.getFirst("agencyId"),
                form.getFirst("regionCode"),
                "true".equals(form.getFirst("active")));
    }

    static NewAccount newAccount(MultiValueMap<String, String> form) {
        return new NewAccount(
                form.getFirst("username"),
                form.getFirst("password"),
                form.getFirst("name"),
                form.getFirst("role"),
                form.getFirst("agencyId"),
                null,
                form.getFirst("regionCode"));
    }

    /** A name that is taken is a wrong field like any other to whoever fills in the form. */
    static FormState wrong(MultiValueMap<String, String> form, Problem refusal) {
        return FormState.typed(form)
                .with(
                        refusal.code().equals("username-taken")
                                ? List.of(FieldError.of("username", "username-taken"))
                                : refusal.errors());
    }
}
