package id.hadir.events.registry;

import id.hadir.events.organise.RegionChoice;
import id.hadir.events.unit.StoredUnit;
import id.hadir.events.unit.UnitFile.LineError;
import id.hadir.events.unit.UnitKind;
import id.hadir.events.unit.UnitPreview;
import id.hadir.events.unit.UnitPreview.Change;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a table of units is looked at before it is taken in.
 *
 * @param done what was taken in just now, such as {@code 29,3,0}: new, changed, unchanged
 */
public record ImportView(
        FormState form, RegionChoice region, Optional<UnitPreview> preview, String done) {

    /** More than that nobody reads. */
    private static final int SHOWN_AT_MOST = 500;

    /** Those that organisers enter; a region has all others from the start. */
    public List<UnitKind> kinds() {
        return List.of(UnitKind.OPD, UnitKind.INSTANSI);
    }

    public boolean hasDone() {
        return done.matches("[0-9]{1,9},[0-9]{1,9},[0-9]{1,9}");
    }

    public long done(int index) {
        return Long.parseLong(done.split(",", -1)[index]);
    }

    public static List<LineError> errors(UnitPreview preview) {
        return preview.errors().stream().limit(SHOWN_AT_MOST).toList();
    }

    public static List<UnitPreview.Line> lines(UnitPreview preview, Change change) {
        return preview.lines().stream()
                .filter(line -> line.change() == change)
                .limit(SHOWN_AT_MOST)
                .toList();
    }

    public static boolean changesNothing(UnitPreview preview) {
        return preview.count(Change.UNCHANGED) == preview.lines().size();
    }

    /** What is wrong with a line, in words: which column, and why. */
    public static String wrong(LineError error, Words words) {
        String field = error.error().field();
        String why = words.get("field." + error.error().code(), error.error().args().toArray());
        return field.isEmpty() ? why : words.get("unit.label." + field) + ": " + why;
    }

    /** "Telepon: 0295 1 → 0295 2" for each field that another value replaces. */
    public static List<String> changes(UnitPreview.Line line, Words words) {
        StoredUnit was = Objects.requireNonNull(line.was());
        return Stream.of(
                        change("headTitle", was.headTitle(), line.unit().headTitle(), words),
                        change("email", was.email(), line.unit().email(), words),
                        change("phone", was.phone(), line.unit().phone(), words))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> change(
            String field, @Nullable String was, @Nullable String becomes, Words words) {
        return becomes == null || becomes.equals(was)
                ? Optional.empty()
                : Optional.of(
                        words.get("unit.label." + field)
                                + ": "
                                + (was == null ? "–" : was)
                                + " → "
                                + becomes);
    }
}
