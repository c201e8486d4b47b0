package id.hadir.events.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an agency numbers its letters, such as {@code {nomor}/{kode}/{bulan-romawi}/{tahun}}. */
final class NumberPattern {

    static final String USUAL = "{nomor}/{kode}/{bulan-romawi}/{tahun}";

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final List<String> PLACES =
            List.of("nomor", "kode", "bulan", "bulan-romawi", "tahun");
    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    private NumberPattern() {}

    /** It has a place for the number, and no place that nothing can fill. */
    static boolean isRight(String pattern) {
        boolean isKnown =
                PLACE.matcher(pattern).results().allMatch(found -> PLACES.contains(found.group(1)));
        String rest = PLACE.matcher(pattern).replaceAll("");
        return isKnown
                && pattern.contains("{nomor}")
                && rest.indexOf('{') < 0
                && rest.indexOf('}') < 0;
    }

    /** Without a code its place and the stroke after it are left out. */
    static String fill(String pattern, int number, @Nullable String code, LocalDate date) {
        String used = code == null ? pattern.replaceAll("\\{kode}[/.-]?", "") : pattern;
        Map<String, String> values =
                Map.of(
                        "nomor", String.valueOf(number),
                        "kode", code == null ? "" : code,
                        "bulan", "%02d".formatted(date.getMonthValue()),
                        "bulan-romawi", ROMAN.get(date.getMonthValue() - 1),
                        "tahun", String.valueOf(date.getYear()));
        return PLACE.matcher(used)
                .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }
}
