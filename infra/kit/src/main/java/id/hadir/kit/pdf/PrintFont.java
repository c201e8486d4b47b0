package id.hadir.kit.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Liberation Serif in one document: of the font only what is used. */
public final class PrintFont {

    private static final int NO_GLYPH = '?';

    private final PDType0Font font;
    private final TrueTypeFont letters;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();

    private PrintFont(PDDocument document, String style) {
        try {
            this.letters = new TTFParser().parse(new RandomAccessReadBuffer(bytes(style)));
            letters.setEnableGsub(false); // ligatures take ten times the rest
            this.glyphs = letters.getUnicodeCmapLookup();
            this.font = PDType0Font.load(document, letters, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PrintFont regular(PDDocument document) {
        return new PrintFont(document, "Regular");
    }

    public static PrintFont bold(PDDocument document) {
        return new PrintFont(document, "Bold");
    }

    static PrintFont italic(PDDocument document) {
        return new PrintFont(document, "Italic");
    }

    PDType0Font font() {
        return font;
    }

    /** In points. */
    public float width(String text, float size) {
        return (float) text.codePoints().mapToDouble(this::width).sum() * size;
    }

    /** Of the size of the letters; kept, since PDFBox takes long to tell. */
    private float width(int letter) {
        return widths.computeIfAbsent(
                letter,
                _ -> {
                    try {
                        int glyph = glyphs.getGlyphId(printable(letter));
                        return (float) letters.getAdvanceWidth(glyph) / letters.getUnitsPerEm();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Parts a text at its blanks, and within a word that is too wide; one line at least. */
    public List<String> wrap(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            String rest = word;
            while (width(rest, size) > width) {
                int fitting = fitting(rest, size, width);
                lines.add(rest.substring(0, fitting));
                rest = rest.substring(fitting);
            }
            line = rest;
        }
        lines.add(line);
        return lines;
    }

    /** How many characters of a word fit; one at least. */
    private int fitting(String word, float size, float width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), size) > width) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** What the font has no letter for becomes a question mark, and PDFBox would fail on. */
    String printable(String text) {
        return text.codePoints()
                .map(this::printable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int printable(int letter) {
        return glyphs.getGlyphId(letter) == 0 ? NO_GLYPH : letter;
    }

    private static byte[] bytes(String style) {
        String name = "/liberation/LiberationSerif-" + style + ".ttf";
        try (InputStream font =
                Objects.requireNonNull(PrintFont.class.getResourceAsStream(name), name)) {
            return font.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("no font " + name, e);
        }
    }
}
