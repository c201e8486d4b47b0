package id.hadir.kit.page;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path of this site out of a request, to go on to: {@code //host} and {@code /\host} are read as
 * another site by browsers, and control characters are dropped by them.
 */
public final class LocalPath {

    private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private LocalPath() {}

    public static String orElse(@Nullable String wanted, String otherwise) {
        return wanted != null && FORM.matcher(wanted).matches() && isUri(wanted)
                ? wanted
                : otherwise;
    }

    private static boolean isUri(String text) {
        try {
            URI.create(text);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
