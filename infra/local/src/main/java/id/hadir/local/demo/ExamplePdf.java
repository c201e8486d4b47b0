package id.hadir.local.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page of text as the smallest PDF that every reader opens. */
final class ExamplePdf {

    private static final int LINE_LENGTH = 84;

    private ExamplePdf() {}

    static byte[] of(String title, List<String> paragraphs) {
        StringBuilder text = new StringBuilder("BT /F2 15 Tf 56 780 Td 19 TL\n");
        wrapped(title, LINE_LENGTH - 24).forEach(line -> text.append(show(line)));
        text.append("/F1 11 Tf 16 TL T*\n");
        for (String paragraph : paragraphs) {
            wrapped(paragraph, LINE_LENGTH).forEach(line -> text.append(show(line)));
            text.append("T*\n");
        }
        text.append("ET");
        return write(
                List.of(
                        "<< /Type /Catalog /Pages 2 0 R /Lang (id) >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                                + " /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
                        "<< /Length %d >>\nstream\n%s\nendstream".formatted(text.length(), text),
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>"));
    }

    private static byte[] write(List<String> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        append(out, "%PDF-1.4\n");
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            append(out, "%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
        }
        int table = out.size();
        append(out, "xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
        offsets.forEach(offset -> append(out, "%010d 00000 n \n".formatted(offset)));
        append(
                out,
                "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects.size() + 1, table));
        return out.toByteArray();
    }

    private static void append(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String show(String line) {
        String escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
        return "(" + escaped + ") Tj T*\n";
    }

    private static List<String> wrapped(String text, int length) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() + 1 > length) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
