package id.hadir.kit.calendar;

import java.nio.charset.StandardCharsets;

/** Content lines of RFC 5545: escaped, folded at 75 octets, ended by CRLF. */
final class CalendarText {

    private static final int OCTETS_A_LINE = 75;

    private final StringBuilder lines = new StringBuilder();

    /** A line whose value is written as it is. */
    CalendarText line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    CalendarText lines(CalendarText others) {
        lines.append(others.lines);
        return this;
    }

    /** A line whose value is a text (RFC 5545, 3.3.11). */
    CalendarText text(String name, String value) {
        return line(
                name,
                value.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\r", "")
                        .replace("\n", "\\n"));
    }

    /** Never inside a character; the blank that begins a continued line counts (RFC 5545, 3.1). */
    private void fold(String line) {
        int octets = 0;
        for (int codePoint : line.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS_A_LINE) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(character);
            octets += length;
        }
        lines.append("\r\n");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
