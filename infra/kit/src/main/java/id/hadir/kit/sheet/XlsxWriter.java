package id.hadir.kit.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a workbook of one sheet; texts stay texts, so that no cell is a formula. */
public final class XlsxWriter implements TableWriter {

    private static final String APPLICATION = "Hadir";
    private static final String VERSION = "1.0";

    /** So many rows are held before they are written out. */
    private static final int ROWS_HELD = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int nextRow = 1;

    public XlsxWriter(OutputStream file, String sheetName, List<String> heading) {
        workbook = new Workbook(file, APPLICATION, VERSION);
        sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(0, 1);
        for (int column = 0; column < heading.size(); column++) {
            sheet.value(0, column, heading.get(column));
            sheet.style(0, column).bold().set();
        }
    }

    @Override
    public void write(List<? extends @Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> {}
                case Number number -> sheet.value(nextRow, column, number);
                case Object text -> sheet.value(nextRow, column, text.toString());
            }
        }
        if (nextRow % ROWS_HELD == 0) {
            sheet.flush();
        }
        nextRow++;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
