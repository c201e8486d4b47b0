package id.hadir.attendance.sheet;

import static id.hadir.attendance.sheet.SheetSize.LINE;
import static id.hadir.attendance.sheet.SheetSize.PADDING;
import static id.hadir.attendance.sheet.SheetSize.SMALL;
import static id.hadir.attendance.sheet.SheetSize.TEXT;
import static id.hadir.attendance.sheet.SheetSize.mm;

import id.hadir.attendance.sheet.SheetLayout.Placed;
import id.hadir.kit.pdf.Paper;
import id.hadir.kit.pdf.PrintFont;
import id.hadir.kit.pdf.PrintPen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Draws a sheet page by page, by hand and not from HTML: thousands of rows then take little memory
 * and time (decision 31).
 */
final class SheetPdf {

    private static final float HEADING = 13;
    private static final float FACT_NAMES = mm(28);
    private static final float TABLE_HEAD = mm(8);
    private static final float END = mm(46);
    private static final float END_WIDTH = mm(75);

    private final Sheet sheet;
    private final SheetSize size;
    private final PDDocument document;
    private final PrintFont regular;
    private final PrintFont bold;

    private SheetPdf(Sheet sheet, SheetSize size, PDDocument document) {
        this.sheet = sheet;
        this.size = size;
        this.document = document;
        this.regular = PrintFont.regular(document);
        this.bold = PrintFont.bold(document);
    }

    static byte[] draw(Sheet sheet, Paper paper) {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle("Daftar hadir: " + sheet.title());
            document.getDocumentInformation().setProducer("Hadir");
            new SheetPdf(sheet, SheetSize.of(paper), document).draw();
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("no daftar hadir", e);
        }
    }

    private void draw() throws IOException {
        float further = size.top() + LINE + PADDING + TABLE_HEAD;
        List<List<Placed>> pages =
                new SheetLayout(size, regular)
                        .pages(sheet.rows(), headHeight() + TABLE_HEAD, further);
        boolean isEndOnItsOwn = tableEnd(pages, further) + END > size.bottom();
        int all = pages.size() + (isEndOnItsOwn ? 1 : 0);
        for (int number = 1; number <= all; number++) {
            try (PrintPen pen = PrintPen.ofPage(document, size.width(), size.height())) {
                float y = number == 1 ? head(pen) : running(pen);
                if (number <= pages.size()) {
                    y = table(pen, pages.get(number - 1), y);
                }
                if (number == all) {
                    end(pen, y);
                }
                foot(pen, number, all);
            }
        }
    }

    private float tableEnd(List<List<Placed>> pages, float further) {
        float begin = pages.size() == 1 ? headHeight() + TABLE_HEAD : further;
        return begin + (float) pages.getLast().stream().mapToDouble(Placed::height).sum();
    }

    private List<String> lines(Sheet.Fact fact) {
        return regular.wrap(fact.value(), TEXT + 1, size.table() - FACT_NAMES);
    }

    private float headHeight() {
        int lines = sheet.facts().stream().mapToInt(fact -> lines(fact).size()).sum();
        return size.top() + mm(16) + lines * (LINE + mm(0.5f)) + mm(3);
    }

    private float head(PrintPen pen) {
        float middle = (size.left() + size.right()) / 2;
        pen.centered(
                bold,
                TEXT + 1.5f,
                sheet.agency().toUpperCase(Locale.ROOT),
                middle,
                size.top() + mm(4));
        pen.centered(bold, HEADING, "DAFTAR HADIR", middle, size.top() + mm(10));
        float y = size.top() + mm(16);
        for (Sheet.Fact fact : sheet.facts()) {
            pen.text(regular, TEXT + 1, fact.name(), size.left(), y + mm(3));
            pen.text(regular, TEXT + 1, ":", size.left() + FACT_NAMES - mm(3), y + mm(3));
            for (String line : lines(fact)) {
                pen.text(regular, TEXT + 1, line, size.left() + FACT_NAMES, y + mm(3));
                y += LINE + mm(0.5f);
            }
        }
        return headHeight();
    }

    /** The head of a further page. */
    private float running(PrintPen pen) {
        String when = sheet.facts().get(1).value();
        String text = "Daftar hadir: " + sheet.title() + ", " + when;
        String first = bold.wrap(text, TEXT, size.table()).getFirst();
        pen.text(bold, TEXT, first, size.left(), size.top() + mm(3));
        return size.top() + LINE + PADDING;
    }

    private float table(PrintPen pen, List<Placed> rows, float top) {
        float x = size.left();
        for (SheetColumn column : SheetColumn.values()) {
            float width = column.width(size.table());
            pen.centered(bold, TEXT, column.title(), x + width / 2, top + TABLE_HEAD - mm(2.7f));
            x += width;
        }
        pen.line(size.left(), top, size.right(), top);
        float y = top + TABLE_HEAD;
        pen.line(size.left(), y, size.right(), y);
        for (int i = 0; i < rows.size(); i++) {
            cells(pen, rows.get(i), y);
            y += rows.get(i).height();
            boolean isOfficeDone = i + 1 == rows.size() || rows.get(i + 1).isBeginningOfOffice();
            lineBelow(pen, y, isOfficeDone);
        }
        x = size.left();
        pen.line(x, top, x, y);
        for (SheetColumn column : SheetColumn.values()) {
            x += column.width(size.table());
            pen.line(x, top, x, y);
        }
        return y;
    }

    private void cells(PrintPen pen, Placed placed, float top) {
        float x = size.left();
        for (SheetColumn column : SheetColumn.values()) {
            float width = column.width(size.table());
            float y = top + PADDING + mm(3);
            for (String line : placed.cells().getOrDefault(column, List.of())) {
                pen.text(regular, TEXT, line, x + PADDING, y);
                y += LINE;
            }
            if (column == SheetColumn.SIGNATURE && placed.row().signature().isEmpty()) {
                signatureNumber(pen, placed.row().number(), x, width, top);
            }
            x += width;
        }
    }

    /** To the left and right by turns, so that a signature has room above and below. */
    private void signatureNumber(PrintPen pen, int number, float x, float width, float top) {
        float indent = number % 2 == 1 ? PADDING : width / 2;
        pen.text(regular, SMALL, number + ".", x + indent, top + PADDING + mm(3));
    }

    /** Below the office only where its rows end. */
    private void lineBelow(PrintPen pen, float y, boolean isOfficeDone) {
        float x = size.left();
        for (SheetColumn column : SheetColumn.values()) {
            float next = x + column.width(size.table());
            if (column != SheetColumn.OFFICE || isOfficeDone) {
                pen.line(x, y, next, y);
            }
            x = next;
        }
    }

    /** Who answers for the sheet is not known here: it is written by hand. */
    private void end(PrintPen pen, float top) {
        pen.text(bold, TEXT, sheet.sum(), size.left(), top + mm(7));
        float x = size.right() - END_WIDTH;
        pen.text(regular, TEXT, "Mengetahui,", x, top + mm(9));
        pen.line(x, top + mm(34), size.right(), top + mm(34));
        pen.text(regular, SMALL, "Nama", x, top + mm(37));
        pen.text(regular, TEXT, "NIP", x, top + mm(43));
    }

    private void foot(PrintPen pen, int number, int all) {
        float y = size.height() - mm(8);
        pen.text(regular, SMALL, "Dicetak " + sheet.printed(), size.left(), y);
        String page = "Halaman " + number + "/" + all;
        pen.text(regular, SMALL, page, size.right() - regular.width(page, SMALL), y);
    }
}
