package id.hadir.gateway.account;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of passwords known from breaches, as Pwned Passwords gives it out "ordered by hash": lines
 * of a SHA-1 in hexadecimal capitals and {@code :count}, in order. Some 40 GB with a billion lines
 * take 30 looks; nothing of it is kept in memory. Blocks: not for an event loop.
 */
final class BreachFile {

    private static final int HASH_LENGTH = 40;

    private final Path file;

    BreachFile(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("hadir.passwords.breached cannot be read: " + file);
        }
        this.file = file;
    }

    boolean contains(String password) {
        String wanted = sha1(password);
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
            return find(lines, wanted);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The line that is looked for begins at {@code low} or later, and before {@code high}. */
    private static boolean find(RandomAccessFile lines, String wanted) throws IOException {
        long low = 0;
        long high = lines.length();
        while (low < high) {
            long middle = (low + high) >>> 1;
            long start = startOfLine(lines, middle, low);
            String hash = hashAt(lines, start);
            int order = wanted.compareTo(hash);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                high = start;
            } else {
                lines.readLine();
                low = lines.getFilePointer();
            }
        }
        return false;
    }

    /** Goes back from a position to where its line begins; lines are short. */
    private static long startOfLine(RandomAccessFile lines, long position, long low)
            throws IOException {
        long start = position;
        while (start > low) {
            lines.seek(start - 1);
            if (lines.read() == '\n') {
                return start;
            }
            start--;
        }
        return start;
    }

    private static String hashAt(RandomAccessFile lines, long start) throws IOException {
        lines.seek(start);
        byte[] hash = new byte[HASH_LENGTH];
        int read = lines.read(hash);
        return new String(hash, 0, Math.max(read, 0), StandardCharsets.US_ASCII);
    }

    private static String sha1(String password) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
