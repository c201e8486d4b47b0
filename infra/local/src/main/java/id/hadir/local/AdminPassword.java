package id.hadir.local;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The password of the first account: the operator's own, or one made up at the first start. */
final class AdminPassword {

    static final String FILE = "admin-password";

    private static final String VARIABLE = "HADIR_ADMIN_PASSWORD";

    /** The gateway's limits: it would not start with another one. */
    private static final int MIN_LENGTH = 8;

    private static final int MAX_BYTES = 72;

    private AdminPassword() {}

    /**
     * The password, when this start is the first one and it has to be shown.
     *
     * @throws Trouble when the operator's own does not fit; it is not kept
     */
    static Optional<String> prepare(Secrets secrets, Map<String, String> environment) {
        if (secrets.find(FILE).isPresent()) {
            return Optional.empty();
        }
        String chosen = environment.getOrDefault(VARIABLE, "").strip();
        if (!chosen.isEmpty()) {
            check(chosen);
            secrets.keep(FILE, chosen);
            return Optional.empty();
        }
        return Optional.of(secrets.findOrMake(FILE));
    }

    private static void check(String password) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH
                || password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new Trouble(
                    VARIABLE + " does not fit",
                    "give it %d characters or more and %d bytes at most, or leave it out"
                            .formatted(MIN_LENGTH, MAX_BYTES));
        }
    }
}
