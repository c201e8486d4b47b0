package id.hadir.gateway.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in. Only a path of this site: {@code //host} and {@code /\host} are
 * read as another site by browsers, and control characters are dropped by them.
 */
final class ReturnPath {

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private ReturnPath() {}

    static String orElse(@Nullable String wanted, String otherwise) {
        if (wanted == null || isSignInItself(wanted)) {
            return otherwise;
        }
        return LOCAL.matcher(wanted).matches() ? wanted : otherwise;
    }

    private static boolean isSignInItself(String path) {
        return path.startsWith(SignInPages.PATH) || path.startsWith("/keluar");
    }
}
