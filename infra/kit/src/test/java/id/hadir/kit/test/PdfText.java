package id.hadir.kit.test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a PDF says, page by page, its blanks folded.
 *
 * @param size of the first page in millimetres, such as {@code 210 x 297}
 * @param images on the first page
 * @param foreignFonts that are not in the file itself
 */
public record PdfText(List<String> pages, String size, long images, List<String> foreignFonts) {

    private static final double POINTS_OF_A_MILLIMETRE = 72 / 25.4;

    public static PdfText of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            List<String> foreign = new ArrayList<>();
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                pages.add(stripper.getText(document).replaceAll("\\s+", " "));
                PDPage page = document.getPage(number - 1);
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    if (!font.isEmbedded()) {
                        foreign.add(font.getName());
                    }
                }
            }
            var box = document.getPage(0).getMediaBox();
            String size = millimetres(box.getWidth()) + " x " + millimetres(box.getHeight());
            return new PdfText(pages, size, images(document.getPage(0).getResources()), foreign);
        } catch (IOException e) {
            throw new AssertionError("no PDF", e);
        }
    }

    private static long images(PDResources resources) {
        return StreamSupport.stream(resources.getXObjectNames().spliterator(), false)
                .filter(resources::isImageXObject)
                .count();
    }

    private static long millimetres(float points) {
        return Math.round(points / POINTS_OF_A_MILLIMETRE);
    }
}
