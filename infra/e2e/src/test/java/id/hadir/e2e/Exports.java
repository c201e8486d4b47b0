package id.hadir.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads what was downloaded as a spreadsheet or a calendar would, and tells what they would obey.
 */
final class Exports {

    /** Blanks and signs that nobody sees are passed over. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\p{Z}\\p{C}]*[=+@＝＋＠－-].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");

    private Exports() {}

    /** The cells of a CSV file (RFC 4180) that are formulas; a semicolon may end a cell as well. */
    static List<String> formulas(String csv) {
        List<String> formulas = new ArrayList<>();
        for (String cell : cells(csv)) {
            for (String part : cell.split("[;\t\r\n]", -1)) {
                if (FORMULA.matcher(part).matches() && !NUMBER.matcher(part).matches()) {
                    formulas.add(part);
                }
            }
        }
        return formulas;
    }

    static List<String> cells(String csv) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = csv.replaceFirst("^\ufeff", "");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                cells.add(cell.toString().replaceFirst("\r$", ""));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }

    /**
     * All parts of a workbook; a formula is an element {@code f}, or a cell of type {@code str}.
     */
    static String workbook(byte[] xlsx) {
        StringBuilder parts = new StringBuilder();
        try {
            Path file = Files.write(Files.createTempFile("hostile", ".xlsx"), xlsx);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    byte[] content = zip.getInputStream(part).readAllBytes();
                    parts.append(new String(content, StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.toString();
    }

    /** The names of a calendar's properties, line by line once unfolded (RFC 5545, 3.1). */
    static List<String> properties(String calendar) {
        return calendar.replace("\r\n ", "").lines().map(line -> line.split("[:;]", 2)[0]).toList();
    }
}
