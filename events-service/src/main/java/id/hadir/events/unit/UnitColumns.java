package id.hadir.events.unit;

import id.hadir.events.unit.UnitFile.Usual;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the known columns of a file of units are; -1 for one that is not there.
 *
 * @param unread headings of what is in none of them, row numbers apart
 * @param usual what holds where a kind or a region is not written
 */
record UnitColumns(
        int count,
        int name,
        int kind,
        int regionCode,
        int headTitle,
        int email,
        int phone,
        List<String> unread,
        Usual usual) {

    /** A heading may be in either language, and with blanks. */
    private static final Map<String, List<String>> NAMES =
            Map.of(
                    "name", List.of("name", "nama", "namakantor", "namaopd"),
                    "kind", List.of("kind", "jenis"),
                    "regionCode", List.of("regioncode", "kodewilayah", "wilayah"),
                    "headTitle",
                            List.of(
                                    "headtitle",
                                    "jabatankepala",
                                    "jabatanpimpinan",
                                    "jabatan",
                                    "pimpinan",
                                    "kepala",
                                    "pejabat"),
                    "email", List.of("email", "surel"),
                    "phone", List.of("phone", "telepon", "telp"));

    private static final int UNREAD_AT_MOST = 20;
    private static final Set<String> ROW_NUMBERS = Set.of("", "no", "nomor", "number");

    static UnitColumns of(List<String> heading, Usual usual) {
        List<String> words = heading.stream().map(UnitColumns::word).toList();
        return new UnitColumns(
                words.size(),
                place(words, "name"),
                place(words, "kind"),
                place(words, "regionCode"),
                place(words, "headTitle"),
                place(words, "email"),
                place(words, "phone"),
                unread(heading, words),
                usual);
    }

    private static List<String> unread(List<String> heading, List<String> words) {
        Set<Integer> read =
                NAMES.keySet().stream().map(name -> place(words, name)).collect(Collectors.toSet());
        return IntStream.range(0, words.size())
                .filter(column -> !read.contains(column))
                .filter(column -> !ROW_NUMBERS.contains(words.get(column)))
                .mapToObj(heading::get)
                .limit(UNREAD_AT_MOST)
                .toList();
    }

    private static String word(String cell) {
        return cell.toLowerCase(Locale.ROOT).replaceAll("[\\s_./-]+", "");
    }

    private static int place(List<String> words, String column) {
        return NAMES.getOrDefault(column, List.of()).stream()
                .map(words::indexOf)
                .filter(found -> found >= 0)
                .findFirst()
                .orElse(-1);
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (name < 0) {
            missing.add("name");
        }
        if (kind < 0 && usual.kind() == null) {
            missing.add("kind");
        }
        if (regionCode < 0 && usual.regionCode() == null) {
            missing.add("regionCode");
        }
        return missing;
    }

    UnitDetails.Typed typed(List<String> cells) {
        return new UnitDetails.Typed(
                cell(cells, name),
                lower(or(cell(cells, kind), usual.kind())),
                or(cell(cells, regionCode), usual.regionCode()),
                cell(cells, headTitle),
                cell(cells, email),
                cell(cells, phone));
    }

    /** Spreadsheets are fond of capitals. */
    private static @Nullable String lower(@Nullable String code) {
        return code == null ? null : code.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String or(@Nullable String cell, @Nullable String otherwise) {
        return cell == null || cell.isBlank() ? otherwise : cell;
    }

    private static @Nullable String cell(List<String> cells, int column) {
        return column < 0 || column >= cells.size() ? null : cells.get(column);
    }
}
