package id.hadir.kit.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) in UTF-8. What a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, CSV injection): at the beginning of a text, and behind what another spreadsheet
 * takes for the end of a cell. In Indonesia that is the semicolon.
 */
public final class CsvWriter implements TableWriter {

    /** A spreadsheet takes a file without it for Windows-1252. */
    public static final String BYTE_ORDER_MARK = "\ufeff";

    private static final Pattern FORMULA =
            Pattern.compile("(?<=^|[;\\t\\r\\n])(?=[\\t\\r]|[\\p{Z}\\p{C}]*[=+@＝＋＠－-])");

    private final Writer out;

    public CsvWriter(OutputStream file, List<String> heading) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        out.write(BYTE_ORDER_MARK);
        write(heading);
    }

    @Override
    public void write(List<? extends @Nullable Object> cells) throws IOException {
        out.write(line(cells));
    }

    /** One line of such a file. */
    public static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof String string ? harmless(string) : value.toString();
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    private static String harmless(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }
}
