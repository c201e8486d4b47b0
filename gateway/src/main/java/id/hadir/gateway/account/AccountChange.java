package id.hadir.gateway.account;

import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Role;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What an account is to be like; unchecked, as it was sent. */
record AccountChange(
        @Nullable String name,
        @Nullable String role,
        @Nullable String agencyId,
        @Nullable String regionCode,
        boolean active) {

    /** The account with a JSON Merge Patch (RFC 7396) laid over it: null takes a value away. */
    static AccountChange patch(ManagedAccount before, JsonNode patch) {
        if (!patch.isObject()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "malformed");
        }
        FieldErrors errors = new FieldErrors();
        Account account = before.account();
        AccountChange change =
                new AccountChange(
                        text(patch, "name", account.name(), errors),
                        text(patch, "role", account.role().code(), errors),
                        text(patch, "agencyId", account.agencyId(), errors),
                        text(patch, "regionCode", account.regionCode(), errors),
                        flag(patch, "active", before.active(), errors));
        errors.throwIfAny();
        return change;
    }

    private static @Nullable String text(
            JsonNode patch, String field, @Nullable String before, FieldErrors errors) {
        JsonNode value = patch.path(field);
        if (value.isMissingNode()) {
            return before;
        }
        if (!value.isString() && !value.isNull()) {
            errors.add(field, "invalid-type");
        }
        return value.isNull() ? null : value.asString("");
    }

    private static boolean flag(JsonNode patch, String field, boolean before, FieldErrors errors) {
        JsonNode value = patch.path(field);
        if (value.isMissingNode()) {
            return before;
        }
        if (!value.isBoolean()) {
            errors.add(field, "invalid-type");
        }
        return value.asBoolean(before);
    }

    /** The changed account, with a problem that names every wrong field when any is wrong. */
    ManagedAccount applyTo(ManagedAccount before) {
        FieldErrors errors = new FieldErrors();
        String validName = AccountFields.name(name, errors);
        Role validRole = AccountFields.role(role, errors);
        String agency = AccountFields.agency(agencyId, validRole, errors);
        String region = AccountFields.region(regionCode, errors);
        errors.throwIfAny();
        Account account = before.account();
        boolean isSameAgency = Objects.equals(agency, account.agencyId());
        return before.with(
                new Account(
                        account.id(),
                        account.username(),
                        validName,
                        validRole,
                        agency,
                        isSameAgency ? account.agencyName() : null,
                        region,
                        account.version()),
                active);
    }
}
