package id.hadir.attendance.sheet;

import static id.hadir.attendance.sheet.SheetSize.LINE;
import static id.hadir.attendance.sheet.SheetSize.PADDING;
import static id.hadir.attendance.sheet.SheetSize.ROW;
import static id.hadir.attendance.sheet.SheetSize.TEXT;

import id.hadir.kit.pdf.PrintFont;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Parts the rows of a sheet into pages. */
final class SheetLayout {

    private final SheetSize size;
    private final PrintFont font;

    SheetLayout(SheetSize size, PrintFont font) {
        this.size = size;
        this.font = font;
    }

    /**
     * @param cells their lines; of the office only where it begins, on each page anew
     */
    record Placed(
            SheetRow row,
            Map<SheetColumn, List<String>> cells,
            boolean isBeginningOfOffice,
            float height) {}

    /**
     * @param first where the table begins on the first page
     * @param further where it begins on the others
     */
    List<List<Placed>> pages(List<SheetRow> rows, float first, float further) {
        List<List<Placed>> pages = new ArrayList<>();
        List<Placed> page = new ArrayList<>();
        float left = size.bottom() - first;
        String office = "";
        for (SheetRow row : rows) {
            boolean begins = page.isEmpty() || !row.office().equals(office) || office.isEmpty();
            Placed placed = place(row, begins);
            if (placed.height() > left && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                left = size.bottom() - further;
                placed = place(row, true);
            }
            page.add(placed);
            left -= placed.height();
            office = row.office();
        }
        pages.add(page);
        return pages;
    }

    private Placed place(SheetRow row, boolean isBeginningOfOffice) {
        Map<SheetColumn, List<String>> cells = new EnumMap<>(SheetColumn.class);
        int lines = 1;
        for (SheetColumn column : SheetColumn.values()) {
            if (column != SheetColumn.OFFICE || isBeginningOfOffice) {
                float width = column.width(size.table()) - 2 * PADDING;
                List<String> cell = font.wrap(row.cell(column), TEXT, width);
                cells.put(column, cell);
                lines = Math.max(lines, cell.size());
            }
        }
        float height = Math.max(ROW, lines * LINE + 2 * PADDING);
        return new Placed(row, cells, isBeginningOfOffice, height);
    }
}
