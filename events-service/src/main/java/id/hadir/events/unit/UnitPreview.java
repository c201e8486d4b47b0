package id.hadir.events.unit;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonValue;
import id.hadir.kit.problem.FieldError;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would come of a file of units: of each good line, and all that is wrong with the others.
 *
 * @param unread headings of columns that are not read
 */
public record UnitPreview(List<Line> lines, List<UnitFile.LineError> errors, List<String> unread) {

    /** What a line does to the registry. */
    public enum Change {
        NEW,
        CHANGED,
        UNCHANGED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param was what is stored of the unit, null for a new one
     */
    public record Line(long number, UnitDetails unit, @Nullable StoredUnit was, Change change) {}

    /**
     * @param reach where the sender may change units
     */
    static UnitPreview of(
            UnitFile file,
            Set<String> unknownRegions,
            Map<Long, StoredUnit> stored,
            UnitRights.Reach reach) {
        Stream<UnitFile.LineError> unknown =
                file.lines().stream()
                        .filter(line -> unknownRegions.contains(line.unit().regionCode()))
                        .map(line -> error(line, "regionCode", "invalid-region-code"));
        Stream<UnitFile.LineError> inactive =
                file.lines().stream()
                        .filter(line -> isInactive(stored.get(line.number())))
                        .map(line -> error(line, "name", "unit-inactive"));
        Stream<UnitFile.LineError> foreign =
                file.lines().stream()
                        .filter(line -> !reach.holds(line.unit().regionCode()))
                        .filter(
                                line ->
                                        change(line.unit(), stored.get(line.number()))
                                                == Change.CHANGED)
                        .map(line -> error(line, "regionCode", "not-your-region"));
        List<UnitFile.LineError> errors =
                Stream.of(file.errors().stream(), unknown, inactive, foreign)
                        .flatMap(found -> found)
                        .sorted(Comparator.comparingLong(UnitFile.LineError::line))
                        .toList();
        Set<Long> wrong = errors.stream().map(UnitFile.LineError::line).collect(toSet());
        return new UnitPreview(
                file.lines().stream()
                        .filter(line -> !wrong.contains(line.number()))
                        .map(line -> line(line, stored.get(line.number())))
                        .toList(),
                errors,
                file.unread());
    }

    private static boolean isInactive(@Nullable StoredUnit stored) {
        return stored != null && !stored.active();
    }

    private static UnitFile.LineError error(UnitFile.Line line, String field, String code) {
        return new UnitFile.LineError(line.number(), FieldError.of(field, code));
    }

    private static Line line(UnitFile.Line line, @Nullable StoredUnit stored) {
        return new Line(line.number(), line.unit(), stored, change(line.unit(), stored));
    }

    private static Change change(UnitDetails unit, @Nullable StoredUnit stored) {
        if (stored == null) {
            return Change.NEW;
        }
        boolean isSame =
                leaves(unit.headTitle(), stored.headTitle())
                        && leaves(unit.email(), stored.email())
                        && leaves(unit.phone(), stored.phone());
        return isSame ? Change.UNCHANGED : Change.CHANGED;
    }

    /** An empty field leaves what is stored. */
    private static boolean leaves(@Nullable String given, @Nullable String stored) {
        return given == null || Objects.equals(given, stored);
    }

    public long count(Change change) {
        return lines.stream().filter(line -> line.change == change).count();
    }
}
