package id.hadir.events.unit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of units as organisers send it: RFC 4180 with a header, columns in any order,
 * separated by commas or, as Excel writes it in Indonesia, by semicolons; a byte order mark is
 * passed over.
 */
record UnitFile(List<Line> lines, List<LineError> errors) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String LAST_LINE = "end of the file";

    /** A good line; {@code number} counts from 1, the header's. */
    record Line(long number, UnitDetails unit) {}

    record LineError(long line, FieldError error) {}

    static UnitFile read(ByteBuffer bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return refused(1, "", "not-utf-8");
        }
    }

    private static UnitFile parse(String text) {
        UnitFile file = new UnitFile(new ArrayList<>(), new ArrayList<>());
        int headerEnd = text.indexOf('\n');
        String header = headerEnd < 0 ? text : text.substring(0, headerEnd);
        char separator = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
        Iterator<CsvRecord> iterator = records(text, separator).iterator();
        long line = 1;
        try {
            boolean isOpen = leavesAQuoteOpen(text, separator);
            Columns columns =
                    Columns.of(iterator.hasNext() ? iterator.next().getFields() : List.of());
            for (String missing : columns.missing()) {
                file.errors.add(new LineError(1, FieldError.of(missing, "required")));
            }
            Set<String> seen = new HashSet<>();
            while (columns.missing().isEmpty() && iterator.hasNext()) {
                CsvRecord fields = iterator.next();
                line = fields.getStartingLineNumber();
                if (iterator.hasNext() || !isOpen) {
                    file.take(line, fields, columns, seen);
                }
            }
            if (isOpen) {
                file.errors.add(new LineError(line, FieldError.of("", "unreadable-line")));
            }
        } catch (CsvParseException unreadable) {
            file.errors.add(new LineError(line + 1, FieldError.of("", "unreadable-line")));
        }
        return file;
    }

    private static CsvReader<CsvRecord> records(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text);
    }

    /**
     * The library takes the end of the file for the end of the quote, and all lines between for one
     * field: a last line of our own is lost with them.
     */
    private static boolean leavesAQuoteOpen(String text, char separator) {
        return records(text + "\n" + LAST_LINE, separator).stream()
                .reduce((_, last) -> last)
                .filter(last -> last.getField(0).equals(LAST_LINE))
                .isEmpty();
    }

    private void take(long number, CsvRecord fields, Columns columns, Set<String> seen) {
        FieldErrors wrong = new FieldErrors();
        if (fields.getFieldCount() != columns.count()) {
            wrong.add("", "wrong-column-count", columns.count(), fields.getFieldCount());
        }
        UnitDetails unit = UnitDetails.check(columns.typed(fields), wrong);
        if (unit != null
                && !seen.add(unit.kind() + "\t" + unit.regionCode() + "\t" + unit.identity())) {
            wrong.add("name", "repeated-line");
        }
        wrong.asList().forEach(error -> errors.add(new LineError(number, error)));
        if (unit != null) {
            lines.add(new Line(number, unit));
        }
    }

    private static UnitFile refused(long line, String field, String code) {
        return new UnitFile(List.of(), List.of(new LineError(line, FieldError.of(field, code))));
    }

    /** Where the known columns are; -1 for one that is not there. */
    private record Columns(
            int count, int name, int kind, int regionCode, int headTitle, int email, int phone) {

        static Columns of(List<String> header) {
            List<String> names =
                    header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
            return new Columns(
                    names.size(),
                    names.indexOf("name"),
                    names.indexOf("kind"),
                    names.indexOf("regioncode"),
                    names.indexOf("headtitle"),
                    names.indexOf("email"),
                    names.indexOf("phone"));
        }

        List<String> missing() {
            List<String> missing = new ArrayList<>();
            if (name < 0) {
                missing.add("name");
            }
            if (kind < 0) {
                missing.add("kind");
            }
            if (regionCode < 0) {
                missing.add("regionCode");
            }
            return missing;
        }

        UnitDetails.Typed typed(CsvRecord fields) {
            return new UnitDetails.Typed(
                    field(fields, name),
                    field(fields, kind),
                    field(fields, regionCode),
                    field(fields, headTitle),
                    field(fields, email),
                    field(fields, phone));
        }

        private static @Nullable String field(CsvRecord fields, int column) {
            return column < 0 || column >= fields.getFieldCount() ? null : fields.getField(column);
        }
    }
}
