package id.hadir.kit.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Personal values as the audit keeps them: enough to recognise what one knows, and no more. */
public final class Masked {

    private static final int LAST = 3;
    private static final Pattern NOT_FIRST_OF_A_WORD =
            Pattern.compile("(?<=\\p{L})[\\p{L}\\p{M}']+");

    private Masked() {}

    /** The first letter of each word: "S… R…, S.H.". */
    public static @Nullable String name(@Nullable String name) {
        return name == null ? null : NOT_FIRST_OF_A_WORD.matcher(name).replaceAll("…");
    }

    /** The last three: of a NIP, a phone. */
    public static @Nullable String number(@Nullable String number) {
        return number == null ? null : "…" + number.substring(Math.max(0, number.length() - LAST));
    }

    /** The domain. */
    public static @Nullable String email(@Nullable String email) {
        return email == null ? null : "…" + email.substring(Math.max(0, email.indexOf('@')));
    }
}
