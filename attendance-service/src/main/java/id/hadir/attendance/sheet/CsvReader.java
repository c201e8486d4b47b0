package id.hadir.attendance.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV (RFC 4180) in UTF-8, separated by commas or, as spreadsheets write it in Indonesia, by
 * semicolons.
 */
public final class CsvReader {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String text;
    private final char separator;
    private final List<Sheet.Line> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int lineNumber = 1;
    private int startedAt = 1;

    private CsvReader(String text) {
        this.text = text;
        this.separator = separatorOf(text);
    }

    /**
     * @throws IllegalArgumentException when it is not UTF-8, or a quote is never closed
     */
    public static List<SheetRow> read(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return Sheet.of(new CsvReader(marked ? text.substring(1) : text).lines());
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("not UTF-8", notUtf8);
        }
    }

    private static char separatorOf(String text) {
        String heading = text.lines().findFirst().orElse("");
        return heading.indexOf(';') >= 0 && heading.indexOf(',') < 0 ? ';' : ',';
    }

    private List<Sheet.Line> lines() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lineNumber++;
            }
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                endCell();
            } else if (c == '\n') {
                endLine();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is never closed");
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            endLine();
        }
        return lines;
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(new Sheet.Line(startedAt, cells));
        cells = new ArrayList<>();
        startedAt = lineNumber;
    }
}
