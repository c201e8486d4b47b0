package id.hadir.events.unit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.hadir.events.unit.UnitFile.LineError;
import id.hadir.events.unit.UnitFile.Usual;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.sheet.SheetLine;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Reads RFC 4180, separated by commas or, as Excel writes it in Indonesia, by semicolons, or, as it
 * is pasted from a spreadsheet, by tabs; a byte order mark is passed over.
 */
final class UnitCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String LAST_LINE = "end of the file";

    private UnitCsv() {}

    static UnitFile read(ByteBuffer bytes, Usual usual) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, usual);
        } catch (CharacterCodingException notUtf8) {
            return UnitFile.refused("not-utf-8");
        }
    }

    private static UnitFile parse(String text, Usual usual) {
        UnitFile file = new UnitFile();
        char separator = separatorOf(text);
        Iterator<CsvRecord> iterator = records(text, separator).iterator();
        long line = 1;
        try {
            boolean isOpen = leavesAQuoteOpen(text, separator);
            UnitColumns columns =
                    UnitColumns.of(
                            iterator.hasNext() ? iterator.next().getFields() : List.of(), usual);
            file.head(columns);
            Set<String> seen = new HashSet<>();
            while (columns.missing().isEmpty() && iterator.hasNext()) {
                CsvRecord fields = iterator.next();
                line = fields.getStartingLineNumber();
                if (iterator.hasNext() || !isOpen) {
                    take(file, fields, columns, seen);
                }
            }
            if (isOpen) {
                file.errors().add(unreadable(line));
            }
        } catch (CsvParseException unreadable) {
            file.errors().add(unreadable(line + 1));
        }
        return file;
    }

    private static void take(
            UnitFile file, CsvRecord fields, UnitColumns columns, Set<String> seen) {
        FieldErrors wrong = new FieldErrors();
        if (fields.getFieldCount() != columns.count()) {
            wrong.add("", "wrong-column-count", columns.count(), fields.getFieldCount());
        }
        SheetLine line = new SheetLine(fields.getStartingLineNumber(), fields.getFields());
        file.take(line, columns, seen, wrong);
    }

    private static LineError unreadable(long line) {
        return new LineError(line, FieldError.of("", "unreadable-line"));
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

    private static char separatorOf(String text) {
        int headingEnd = text.indexOf('\n');
        String heading = headingEnd < 0 ? text : text.substring(0, headingEnd);
        if (heading.indexOf('\t') >= 0) {
            return '\t';
        }
        return heading.indexOf(';') >= 0 && heading.indexOf(',') < 0 ? ';' : ',';
    }
}
