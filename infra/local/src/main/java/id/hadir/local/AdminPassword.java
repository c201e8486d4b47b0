package id.hadir.local;

import java.util.Map;
import java.util.Optional;

/** The password of the first account: the operator's own, or one made up at the first start. */
final class AdminPassword {

    static final String FILE = "admin-password";

    private AdminPassword() {}

    /** The password, when this start is the first one and it has to be shown. */
    static Optional<String> prepare(Secrets secrets, Map<String, String> environment) {
        if (secrets.find(FILE).isPresent()) {
            return Optional.empty();
        }
        String chosen = environment.getOrDefault("HADIR_ADMIN_PASSWORD", "");
        if (!chosen.isBlank()) {
            secrets.keep(FILE, chosen);
            return Optional.empty();
        }
        return Optional.of(secrets.findOrMake(FILE));
    }
}
