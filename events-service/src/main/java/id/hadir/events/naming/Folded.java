package id.hadir.events.naming;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names without case, accents, quotes and punctuation: {@code Soka"an} and {@code Sokaan}, {@code
 * Dinas P.U.} and {@code dinas p u} are each the same.
 */
public final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern QUOTES = Pattern.compile("[\"'`´‘’“”]");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    public static String of(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String unquoted = QUOTES.matcher(bare).replaceAll("");
        return GAPS.matcher(unquoted).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** The words of a folded name. */
    public static List<String> words(String name) {
        String folded = of(name);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /**
     * A LIKE pattern for a word inside a text that is stored folded with a blank in front. A word
     * of one or two letters matches the beginning of a word only: shorter than a trigram, it would
     * otherwise have to look at every row.
     */
    public static String pattern(String word) {
        return word.length() < 3 ? "% " + word + "%" : "%" + word + "%";
    }
}
