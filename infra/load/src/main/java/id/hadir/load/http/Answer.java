package id.hadir.load.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A whole HTTP/1.1 answer.
 *
 * @param head the status line and the headers
 * @param body still encoded as it came
 */
public record Answer(String head, byte[] body) {

    /**
     * @param filled how many of the bytes have come so far
     * @return null while some are missing
     */
    static @Nullable Answer read(byte[] bytes, int filled) {
        int end = endOfHead(bytes, filled);
        if (end < 0) {
            return null;
        }
        String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        String length = header(head, "content-length");
        if (length != null) {
            int wanted = Integer.parseInt(length);
            return filled - end < wanted ? null : new Answer(head, part(bytes, end, wanted));
        }
        String encoding = header(head, "transfer-encoding");
        byte[] body = encoding == null ? new byte[0] : chunks(bytes, end, filled);
        return body == null ? null : new Answer(head, body);
    }

    public int status() {
        return Integer.parseInt(head, 9, 12, 10);
    }

    public @Nullable String header(String name) {
        return header(head, name);
    }

    public OptionalInt retryAfterSeconds() {
        String seconds = header("retry-after");
        return seconds == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(seconds));
    }

    public boolean closesConnection() {
        return "close".equalsIgnoreCase(header("connection"));
    }

    public String text() throws IOException {
        byte[] plain = body;
        if ("gzip".equalsIgnoreCase(header("content-encoding"))) {
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                plain = unpacked.readAllBytes();
            }
        }
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static int endOfHead(byte[] bytes, int filled) {
        for (int i = 3; i < filled; i++) {
            if (bytes[i] == '\n'
                    && bytes[i - 1] == '\r'
                    && bytes[i - 2] == '\n'
                    && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static @Nullable String header(String head, String name) {
        for (int line = head.indexOf('\n') + 1; line > 0; line = head.indexOf('\n', line) + 1) {
            if (head.regionMatches(true, line, name, 0, name.length())
                    && head.charAt(line + name.length()) == ':') {
                return head.substring(line + name.length() + 1, head.indexOf('\r', line)).strip();
            }
        }
        return null;
    }

    private static byte @Nullable [] chunks(byte[] bytes, int from, int filled) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = from;
        while (true) {
            int line = endOfLine(bytes, at, filled);
            if (line < 0) {
                return null;
            }
            int size =
                    Integer.parseInt(
                            new String(bytes, at, line - at, StandardCharsets.US_ASCII), 16);
            at = line + 2;
            if (filled < at + size + 2) {
                return null;
            }
            if (size == 0) {
                return body.toByteArray();
            }
            body.write(bytes, at, size);
            at += size + 2;
        }
    }

    private static int endOfLine(byte[] bytes, int from, int filled) {
        for (int i = from; i + 1 < filled; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] part(byte[] bytes, int from, int length) {
        byte[] part = new byte[length];
        System.arraycopy(bytes, from, part, 0, length);
        return part;
    }
}
