package id.hadir.attendance.sheet;

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

    private XlsxReader() {}

    /**
     * @throws IllegalArgumentException when it is no workbook
     */
    public static List<SheetRow> read(byte[] bytes) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return Sheet.of(rows.map(row -> new Sheet.Line(row.getRowNum(), cells(row))).toList());
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException("no workbook", unreadable);
        }
    }

    private static List<String> cells(Row row) {
        return row.stream().map(XlsxReader::text).toList();
    }

    /**
     * A whole number without exponent or fraction: what is left of a NIP that was typed as a number
     * is refused by its zeros.
     */
    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            return number.stripTrailingZeros().scale() <= 0
                    ? number.toBigInteger().toString()
                    : number.toPlainString();
        }
        return cell.getText();
    }
}
