package id.hadir.events.unit;

import id.hadir.events.naming.Folded;
import id.hadir.events.region.RegionCode;
import id.hadir.kit.problem.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which units are looked for.
 *
 * @param regionCode this region and all below it
 * @param words folded words, each of which the name or the head's title must hold
 * @param active those that may be invited, or else the others
 */
public record UnitSearch(
        @Nullable String regionCode, @Nullable UnitKind kind, List<String> words, boolean active) {

    private static final int WORDS_AT_MOST = 8;

    /** As asked for in a query; what is wrong in it is told at once. */
    public static UnitSearch of(
            @Nullable String regionCode, @Nullable String kind, @Nullable String q) {
        FieldErrors errors = new FieldErrors();
        String region = RegionCode.parse("regionCode", regionCode, errors);
        UnitKind known = UnitKind.ofCode(kind).orElse(null);
        if (known == null && kind != null && !kind.isBlank()) {
            errors.add("kind", "invalid-choice");
        }
        String text = errors.optionalText("q", q, 200);
        errors.throwIfAny();
        List<String> words = text == null ? List.of() : Folded.words(text);
        return new UnitSearch(region, known, words.stream().limit(WORDS_AT_MOST).toList(), true);
    }

    /** Those that are not invited any more. */
    public UnitSearch inactive() {
        return new UnitSearch(regionCode, kind, words, false);
    }

    /** The words as the beginning of a name. */
    String beginning() {
        return String.join(" ", words);
    }
}
