package id.hadir.gateway.account;

import id.hadir.kit.problem.FieldErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords are accepted: long enough, not among those that everybody tries first, and not
 * made of what is known of their owner (NIST SP 800-63B, 3.1.1.2). No rules on digits and signs:
 * they make passwords worse.
 */
final class PasswordRules {

    static final int MIN_LENGTH = 10;

    /** Of the first account, whose password the operator sets before anybody can sign in. */
    static final int FIRST_MIN_LENGTH = 8;

    /** bcrypt reads no more, and silently ignoring the rest would be a lie. */
    static final int MAX_BYTES = 72;

    private static final int MIN_DIFFERENT_CHARACTERS = 5;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    static void check(
            String field, @Nullable String password, PasswordOwner owner, FieldErrors errors) {
        if (password == null || password.isEmpty()) {
            errors.add(field, "required");
        } else if (isShorterThan(MIN_LENGTH, password)) {
            errors.add(field, "password-too-short", MIN_LENGTH);
        } else if (isTooLong(password)) {
            errors.add(field, "too-long", MAX_BYTES);
        } else if (owner.isCalled(password)) {
            errors.add(field, "password-is-username");
        } else if (owner.explains(password)) {
            errors.add(field, "password-personal");
        } else if (isCommon(password)) {
            errors.add(field, "password-common");
        }
    }

    static boolean fitsFirstAccount(String password) {
        return !isShorterThan(FIRST_MIN_LENGTH, password) && !isTooLong(password);
    }

    private static boolean isShorterThan(int length, String password) {
        return password.codePointCount(0, password.length()) < length;
    }

    private static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    private static boolean isCommon(String password) {
        return password.codePoints().distinct().count() < MIN_DIFFERENT_CHARACTERS
                || COMMON.contains(asRead(password));
    }

    /** Digits and signs as the letters that they stand for: {@code p4ssw0rd} is no better. */
    static String asRead(String text) {
        StringBuilder read = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .chars()
                .map(PasswordRules::letter)
                .forEach(read::appendCodePoint);
        return read.toString();
    }

    private static int letter(int character) {
        return switch (character) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            default -> character;
        };
    }

    private static Set<String> common() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("/common-passwords.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> asRead(line.strip()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
