package id.hadir.kit.pdf;

import java.util.Map;
import java.util.function.Function;

/**
 * A paper to print.
 *
 * @param template name without suffix below {@code src/main/jte}; it makes well-formed XHTML, its
 *     font is {@link PdfPrinter#FONT}
 * @param images the bytes of an image whose address in the template is {@code image:NAME}; it loads
 *     nothing else, from nowhere
 */
public record PrintSheet(
        String template, Map<String, Object> model, Function<String, byte[]> images) {}
