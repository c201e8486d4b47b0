package id.hadir.kit.sheet;

import id.hadir.kit.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of a workbook. It blocks: call it where that is allowed. */
public final class XlsxReader {

    /** A sheet has 16,384, of which a row with one cell in the last counts as full. */
    private static final int COLUMNS_READ = 200;

    private static final int MOST_DIGITS = 30;

    private XlsxReader() {}

    /**
     * @throws IllegalArgumentException when it is no workbook
     * @throws Problem {@code too-large} when it unfolds to more than is taken at once
     */
    public static List<SheetRow> read(byte[] bytes) {
        return Sheet.of(lines(bytes).stream());
    }

    /**
     * The rows as they are, the heading's first; those without anything in them are left out.
     *
     * @throws IllegalArgumentException when it is no workbook
     * @throws Problem {@code too-large} when it unfolds to more than is taken at once
     */
    public static List<SheetLine> lines(byte[] bytes) {
        try {
            XlsxBounds.check(bytes);
            return rows(bytes);
        } catch (Problem tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException("no workbook", unreadable);
        }
    }

    private static List<SheetLine> rows(byte[] bytes) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return Sheet.bounded(
                    rows.map(row -> new SheetLine(row.getRowNum(), cells(row)))
                            .filter(line -> !line.isBlank()));
        }
    }

    private static List<String> cells(Row row) {
        return row.stream().limit(COLUMNS_READ).map(XlsxReader::text).toList();
    }

    /**
     * A whole number without exponent or fraction: what is left of a NIP that was typed as a number
     * is refused by its zeros. One that would fill pages with zeros stays as the file has it.
     */
    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
                return cell.getRawValue();
            }
            return number.stripTrailingZeros().scale() <= 0
                    ? number.toBigInteger().toString()
                    : number.toPlainString();
        }
        return cell.getText();
    }
}
