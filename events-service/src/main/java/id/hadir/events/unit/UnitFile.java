package id.hadir.events.unit;

import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.sheet.SheetLine;
import id.hadir.kit.sheet.XlsxReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of units as organisers send it, with a heading and columns in any order.
 *
 * @param unread headings of columns that are not read
 */
public record UnitFile(List<Line> lines, List<LineError> errors, List<String> unread) {

    /** A good line; {@code number} counts from 1, the heading's. */
    public record Line(long number, UnitDetails unit) {}

    public record LineError(long line, FieldError error) {}

    /** What a file does not say of its units because it is the same for all of them. */
    public record Usual(@Nullable String kind, @Nullable String regionCode) {

        public static final Usual NONE = new Usual(null, null);
    }

    UnitFile() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static UnitFile csv(ByteBuffer bytes, Usual usual) {
        return UnitCsv.read(bytes, usual);
    }

    /** It blocks: call it where that is allowed. */
    static UnitFile xlsx(byte[] bytes, Usual usual) {
        List<SheetLine> table;
        try {
            table = XlsxReader.lines(bytes);
        } catch (IllegalArgumentException noWorkbook) {
            return refused("unreadable-workbook");
        }
        UnitFile file = new UnitFile();
        UnitColumns columns =
                UnitColumns.of(table.isEmpty() ? List.of() : table.getFirst().cells(), usual);
        file.head(columns);
        Set<String> seen = new HashSet<>();
        if (columns.missing().isEmpty()) {
            table.stream()
                    .skip(1)
                    .forEach(line -> file.take(line, columns, seen, new FieldErrors()));
        }
        return file;
    }

    static UnitFile refused(String code) {
        return new UnitFile(
                List.of(), List.of(new LineError(1, FieldError.of("", code))), List.of());
    }

    /** Tells what the heading lacks, and what of it is not read. */
    void head(UnitColumns columns) {
        unread.addAll(columns.unread());
        for (String missing : columns.missing()) {
            errors.add(new LineError(1, FieldError.of(missing, "required")));
        }
    }

    /**
     * Takes a line in, or tells all that is wrong with it; one without anything in it is left out.
     *
     * @param seen the units of the lines before
     * @param wrong what was found before
     */
    void take(SheetLine line, UnitColumns columns, Set<String> seen, FieldErrors wrong) {
        if (line.isBlank()) {
            return;
        }
        UnitDetails unit = UnitDetails.check(columns.typed(line.cells()), wrong);
        if (unit != null
                && !seen.add(unit.kind() + "\t" + unit.regionCode() + "\t" + unit.identity())) {
            wrong.add("name", "repeated-line");
        }
        wrong.asList().forEach(error -> errors.add(new LineError(line.number(), error)));
        if (unit != null) {
            lines.add(new Line(line.number(), unit));
        }
    }
}
