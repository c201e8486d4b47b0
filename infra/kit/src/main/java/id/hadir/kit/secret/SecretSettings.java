package id.hadir.kit.secret;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param secretKey what the secrets in the database are sealed with, 32 characters or more; without
 *     it a key is made up and kept in the database itself
 */
@ConfigurationProperties("hadir")
record SecretSettings(@Nullable String secretKey) {

    private static final int MIN_LENGTH = 32;

    SecretSettings {
        if (secretKey != null && !secretKey.isEmpty() && secretKey.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "hadir.secret-key has fewer than " + MIN_LENGTH + " characters");
        }
    }

    boolean hasKey() {
        return secretKey != null && !secretKey.isEmpty();
    }
}
