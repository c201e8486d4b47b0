package id.hadir.kit.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.rendering.PDFRenderer;
import reactor.core.publisher.Mono;

/**
 * Prints sheets as PDF, a few at once and never on a thread of the server; who comes beyond that is
 * asked to come again.
 */
public final class PdfPrinter {

    /** The family of the letters: Liberation Serif, as wide as Times New Roman. */
    public static final String FONT = "Surat";

    private static final String IMAGES = "image";
    private static final int MADE_AT_ONCE = 2;
    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final float DOTS_PER_INCH = 96;

    /** What XML 1.0 cannot hold (2.2), which a name may hold all the same. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final TemplateEngine templates;
    private final PrintPlaces places = new PrintPlaces(MADE_AT_ONCE);

    static {
        XRLog.setLoggingEnabled(false); // it would tell what is printed
    }

    PdfPrinter(String templatesPackage) {
        this.templates =
                TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        PdfPrinter.class.getClassLoader(),
                        templatesPackage);
    }

    /**
     * The sheets one after the other in one file; each is let go before the next is read, so that
     * beside the file only one of them takes memory. Fails with {@code overloaded} when too many
     * are made.
     */
    public Mono<byte[]> print(List<PrintSheet> sheets) {
        return places.make(Mono.just(sheets), this::pdf);
    }

    /** The first page as a picture (PNG), to be looked at before all is printed. */
    public Mono<byte[]> picture(PrintSheet sheet) {
        return places.make(Mono.just(List.of(sheet)), print -> firstPage(pdf(print)));
    }

    private byte[] pdf(List<PrintSheet> sheets) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFontSupplier regular = new PDFontSupplier(PrintFont.regular(document).font());
            PDFontSupplier bold = new PDFontSupplier(PrintFont.bold(document).font());
            PDFontSupplier italic = new PDFontSupplier(PrintFont.italic(document).font());
            for (PrintSheet sheet : sheets) {
                PdfRendererBuilder builder =
                        builder(sheet)
                                .usePDDocument(document)
                                .useFont(regular, FONT, 400, FontStyle.NORMAL, true)
                                .useFont(bold, FONT, 700, FontStyle.NORMAL, true)
                                .useFont(italic, FONT, 400, FontStyle.ITALIC, true);
                try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                    renderer.createPDFWithoutClosing();
                }
            }
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            catalog.setOutputIntents(catalog.getOutputIntents().subList(0, 1)); // one each sheet
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private PdfRendererBuilder builder(PrintSheet sheet) {
        StringOutput xhtml = new StringOutput();
        templates.render(sheet.template() + ".jte", sheet.model(), xhtml);
        return new PdfRendererBuilder()
                .useFastMode()
                .withProducer("Hadir")
                .usePdfAConformance(PdfAConformance.PDFA_2_U) // kept for years: no font but its own
                .useColorProfile(SRGB)
                .useExternalResourceAccessControl(
                        (address, _) -> address.startsWith(IMAGES + ":"),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useProtocolsStreamImplementation(
                        address -> new Image(address, sheet.images()), IMAGES)
                .withHtmlContent(NOT_XML.matcher(xhtml.toString()).replaceAll("\uFFFD"), null);
    }

    private static byte[] firstPage(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(page, "png", png);
            return png.toByteArray();
        }
    }

    private record Image(String address, Function<String, byte[]> images) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(images.apply(address.substring(IMAGES.length() + 1)));
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
