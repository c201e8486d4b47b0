package id.hadir.kit.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws on one page, in points from its upper left corner. */
public final class PrintPen implements AutoCloseable {

    private static final float THIN = 0.5f;

    private final PDPageContentStream content;
    private final float height;

    private PrintPen(PDPageContentStream content, float height) {
        this.content = content;
        this.height = height;
    }

    /** Adds a page to the document. */
    public static PrintPen ofPage(PDDocument document, float width, float height) {
        try {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PDPageContentStream content = new PDPageContentStream(document, page);
            content.setLineWidth(THIN);
            return new PrintPen(content, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a line whose foot is at {@code y}. */
    public void text(PrintFont font, float size, String text, float x, float y) {
        if (text.isEmpty()) {
            return;
        }
        try {
            content.beginText();
            content.setFont(font.font(), size);
            content.newLineAtOffset(x, height - y);
            content.showText(font.printable(text));
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void centered(PrintFont font, float size, String text, float middle, float y) {
        text(font, size, text, middle - font.width(text, size) / 2, y);
    }

    public void line(float fromX, float fromY, float toX, float toY) {
        try {
            content.moveTo(fromX, height - fromY);
            content.lineTo(toX, height - toY);
            content.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
