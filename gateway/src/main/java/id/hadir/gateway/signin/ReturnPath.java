package id.hadir.gateway.signin;

import id.hadir.kit.page.LocalPath;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of this site, and not the sign-in itself. */
public final class ReturnPath {

    private ReturnPath() {}

    public static String orElse(@Nullable String wanted, String otherwise) {
        return wanted == null || isSignInItself(wanted)
                ? otherwise
                : LocalPath.orElse(wanted, otherwise);
    }

    private static boolean isSignInItself(String path) {
        return path.startsWith(SignInPages.PATH) || path.startsWith("/keluar");
    }
}
