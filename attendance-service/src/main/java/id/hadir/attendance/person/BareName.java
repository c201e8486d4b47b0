package id.hadir.attendance.person;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes degrees and honorifics off a printed name: "Dr. H. Budi Santoso, S.H., M.Si." and "BUDI
 * SANTOSO SH MSi" are both "budi santoso". What follows the first comma is degrees; in front and at
 * the end only known ones go, and one word always stays.
 */
final class BareName {

    private static final Set<String> IN_FRONT =
            Set.of(
                    "dr", "drs", "dra", "drg", "drh", "ir", "prof", "h", "hj", "kh", "ust",
                    "ustadz", "ns", "apt", "bapak", "ibu", "bpk", "sdr", "sdri", "tn", "ny", "yth",
                    "letkol", "kompol", "akbp", "akp", "iptu", "ipda", "kapten", "mayor", "kolonel",
                    "lettu", "letda", "brigjen", "irjen");

    private static final Set<String> AT_THE_END =
            Set.of(
                    "sh", "se", "st", "sip", "ssos", "spd", "spdi", "sag", "skom", "sstp", "sap",
                    "sp", "spt", "spi", "skm", "sked", "skep", "ssi", "ssn", "ss", "shut", "shum",
                    "spsi", "sfarm", "sikom", "sei", "sthi", "stp", "sst", "sstar", "strkeb",
                    "strip", "str", "sakt", "sars", "skg", "skh", "shi", "sptk", "mh", "mm", "msi",
                    "map", "mpd", "mpdi", "mt", "mkom", "mkes", "msc", "ma", "mag", "mba", "mhum",
                    "mkn", "mikom", "mip", "msos", "mp", "mpsi", "mak", "mse", "mtr", "mtrip",
                    "mpa", "mpp", "mep", "mph", "mars", "mli", "phd", "dr", "amd", "amk", "amkeb",
                    "amdkep", "amdkeb", "ama", "bsc", "ba", "lc", "cpm", "cgcae", "cia", "ak", "ca",
                    "apt", "ners", "ns", "ipm", "mmsi", "sekom", "sth", "sthum", "sodik");

    /** A dot may stand for a blank: "Dr.H.Budi". */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+|(?<=\\.)(?=\\p{L})");

    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`ʼ]");

    private BareName() {}

    static String of(String printed) {
        String lower = printed.toLowerCase(Locale.ROOT);
        int comma = lower.indexOf(',');
        String name =
                comma > 0 && !plain(lower.substring(0, comma)).isEmpty()
                        ? lower.substring(0, comma)
                        : lower;
        List<String> words =
                BETWEEN_WORDS.splitAsStream(name).filter(word -> !plain(word).isEmpty()).toList();
        String bare = plain(String.join(" ", withoutDegrees(withoutHonorifics(words))));
        return bare.isEmpty() ? lower : bare;
    }

    /** Letters and digits only, one blank between words, no accents. */
    static String plain(String lower) {
        String decomposed =
                Normalizer.normalize(
                        APOSTROPHES.matcher(lower).replaceAll(""), Normalizer.Form.NFKD);
        return NOT_PLAIN.matcher(MARKS.matcher(decomposed).replaceAll("")).replaceAll(" ").strip();
    }

    private static List<String> withoutHonorifics(List<String> words) {
        int first = 0;
        while (first < words.size() - 1 && isHonorific(words.get(first))) {
            first++;
        }
        return words.subList(first, words.size());
    }

    private static boolean isHonorific(String word) {
        return IN_FRONT.contains(letters(word));
    }

    private static List<String> withoutDegrees(List<String> words) {
        int last = words.size();
        while (last > 1) {
            int length = degreeLength(words.subList(1, last));
            if (length == 0) {
                break;
            }
            last -= length;
        }
        return words.subList(0, last);
    }

    /** How many words at the end make one degree: "M. Si." is written as two. */
    private static int degreeLength(List<String> words) {
        for (int length = Math.min(3, words.size()); length >= 1; length--) {
            List<String> tail = words.subList(words.size() - length, words.size());
            boolean initials =
                    length == 1
                            || tail.stream()
                                    .limit(length - 1L)
                                    .allMatch(word -> word.endsWith("."));
            if (initials && AT_THE_END.contains(letters(String.join("", tail)))) {
                return length;
            }
        }
        return 0;
    }

    private static String letters(String word) {
        return NOT_PLAIN.matcher(word).replaceAll("");
    }
}
