package id.hadir.attendance.privacy;

import id.hadir.kit.problem.FieldErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to erase, and that it is meant: it cannot be undone.
 *
 * @param reason one of {@link Reason}; words of one's own would stay in the audit for ever
 */
public record EraseRequest(
        @Nullable List<@Nullable String> registrationIds,
        @Nullable String reason,
        @Nullable Boolean confirm) {

    private static final int AT_MOST = 200;

    public enum Reason {
        /** The person has asked for it. */
        REQUEST,
        /** Registered by mistake. */
        MISTAKE,
        /** An authority has ordered it. */
        ORDER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Read(List<UUID> registrationIds, Reason reason) {}

    Read read() {
        FieldErrors errors = new FieldErrors();
        List<UUID> ids = ids(registrationIds, errors);
        Reason why =
                Arrays.stream(Reason.values())
                        .filter(one -> one.code().equals(reason))
                        .findFirst()
                        .orElse(null);
        if (why == null) {
            errors.add(
                    "reason", reason == null || reason.isBlank() ? "required" : "invalid-choice");
        }
        if (!Boolean.TRUE.equals(confirm)) {
            errors.add("confirm", "required");
        }
        errors.throwIfAny();
        return new Read(ids, Objects.requireNonNull(why));
    }

    /** What it returns means nothing once there are errors. */
    static List<UUID> ids(@Nullable List<@Nullable String> typed, FieldErrors errors) {
        if (typed == null || typed.isEmpty()) {
            errors.add("registrationIds", "required");
            return List.of();
        }
        if (typed.size() > AT_MOST) {
            errors.add("registrationIds", "too-many", AT_MOST);
            return List.of();
        }
        try {
            return typed.stream().map(id -> UUID.fromString(String.valueOf(id).strip())).toList();
        } catch (IllegalArgumentException noId) {
            errors.add("registrationIds", "invalid-choice");
            return List.of();
        }
    }
}
