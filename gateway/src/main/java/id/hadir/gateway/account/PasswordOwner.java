package id.hadir.gateway.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What others know of whose password it is, and would try first; any of it may be missing. */
record PasswordOwner(
        @Nullable String username, @Nullable String name, @Nullable String agencyName) {

    private static final String YEAR = "(?<!\\d)(19|20)\\d\\d(?!\\d)";
    private static final String SEPARATORS = "[^\\p{L}\\p{N}$]+";

    /** Shorter ones are in too many words. */
    private static final int SHORTEST = 3;

    static PasswordOwner of(Account account) {
        return new PasswordOwner(account.username(), account.name(), account.agencyName());
    }

    boolean isCalled(String password) {
        return username != null && password.equalsIgnoreCase(username.strip());
    }

    /** Whether nothing is left of the password without the owner's own words and a year. */
    boolean explains(String password) {
        String rest = String.join("", words(password));
        Set<String> own = own();
        boolean[] explained = new boolean[rest.length() + 1];
        explained[0] = true;
        for (int end = 1; end <= rest.length(); end++) {
            String sofar = rest.substring(0, end);
            explained[end] =
                    own.stream()
                            .anyMatch(
                                    word ->
                                            sofar.endsWith(word)
                                                    && explained[sofar.length() - word.length()]);
        }
        return !rest.isEmpty() && explained[rest.length()];
    }

    private Set<String> own() {
        return Stream.of(username, name, agencyName)
                .filter(text -> text != null)
                .flatMap(text -> words(text).stream())
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.toSet());
    }

    private static List<String> words(String text) {
        String withoutYear = text.toLowerCase(Locale.ROOT).replaceAll(YEAR, " ");
        return Stream.of(withoutYear.split(SEPARATORS))
                .filter(word -> !word.isEmpty())
                .map(PasswordRules::asRead)
                .toList();
    }
}
