package id.hadir.load.peer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The name under which the same person is found again: no degrees, honorifics, accents or case. */
final class BareName {

    private static final Set<String> IN_FRONT =
            Set.of("dr", "drs", "dra", "drg", "ir", "prof", "h", "hj", "kh", "bapak", "ibu");
    private static final Set<String> AT_THE_END =
            Set.of("sh", "se", "st", "sip", "ssos", "spd", "skom", "mh", "mm", "msi", "map", "mpd");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+|(?<=\\.)(?=\\p{L})");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private BareName() {}

    /**
     * What follows the first comma is degrees; otherwise only known ones go, and one word stays.
     */
    static String of(String printed) {
        int comma = printed.indexOf(',');
        String name = (comma > 0 ? printed.substring(0, comma) : printed).toLowerCase(Locale.ROOT);
        List<String> words = List.of(BETWEEN_WORDS.split(name));
        int first = 0;
        int last = words.size();
        while (first < last - 1 && IN_FRONT.contains(letters(words.get(first)))) {
            first++;
        }
        while (last > first + 1 && AT_THE_END.contains(letters(words.get(last - 1)))) {
            last--;
        }
        String bare = fold(String.join(" ", words.subList(first, last)));
        return bare.isEmpty() ? fold(name) : bare;
    }

    static String fold(String text) {
        String decomposed =
                Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return NOT_PLAIN.matcher(MARKS.matcher(decomposed).replaceAll("")).replaceAll(" ").strip();
    }

    private static String letters(String word) {
        return NOT_PLAIN.matcher(word).replaceAll("");
    }
}
