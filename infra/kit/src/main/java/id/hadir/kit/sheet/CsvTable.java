package id.hadir.kit.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads CSV (RFC 4180) in UTF-8, separated by commas or, as spreadsheets write it in Indonesia, by
 * semicolons, or by tabs; a byte order mark is passed over.
 */
public final class CsvTable {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final String LAST_LINE = "end of the table";

    private CsvTable() {}

    /**
     * @throws IllegalArgumentException when it is not UTF-8, or a quote is never closed
     */
    public static List<SheetRow> read(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("not UTF-8", notUtf8);
        } catch (CsvParseException unreadable) {
            throw new IllegalArgumentException("not CSV", unreadable);
        }
    }

    private static List<SheetRow> parse(String text) {
        char separator = separatorOf(text);
        if (leavesAQuoteOpen(text, separator)) {
            throw new IllegalArgumentException("a quote is never closed");
        }
        return Sheet.of(
                records(text, separator).stream()
                        .map(row -> new SheetLine(row.getStartingLineNumber(), row.getFields())));
    }

    /**
     * The library takes the end of the file for the end of the quote, and all rows between for one
     * cell: a last line of our own is lost with them.
     */
    private static boolean leavesAQuoteOpen(String text, char separator) {
        return records(text + "\n" + LAST_LINE, separator).stream()
                .reduce((_, last) -> last)
                .filter(last -> last.getField(0).equals(LAST_LINE))
                .isEmpty();
    }

    private static CsvReader<CsvRecord> records(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text);
    }

    private static char separatorOf(String text) {
        String heading = text.lines().findFirst().orElse("");
        if (heading.indexOf(',') >= 0) {
            return ',';
        }
        return heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
