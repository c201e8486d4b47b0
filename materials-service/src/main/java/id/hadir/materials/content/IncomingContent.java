package id.hadir.materials.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A content while it arrives: written, hashed and measured as it comes, never whole in memory.
 * Closing it unkept leaves no trace. Methods block, and are safe against a close from another
 * thread, since a caller may hang up at any time.
 */
public final class IncomingContent implements AutoCloseable {

    /** More than any signature in Tika's table needs. */
    private static final int HEAD = 64 * 1024;

    private final ContentDirectory directory;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest sha256 = sha256();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long size;

    IncomingContent(ContentDirectory directory, Path file) throws IOException {
        this.directory = directory;
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.lock();
    }

    public synchronized void write(ByteBuffer bytes) throws IOException {
        size += bytes.remaining();
        sha256.update(bytes.duplicate());
        remember(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    public synchronized long size() {
        return size;
    }

    /**
     * Puts the content under its name; when this returns, it survives a loss of power.
     *
     * @param fileName tells documents apart that look alike inside, such as the formats in a zip
     */
    public synchronized StoredContent keep(String fileName) throws IOException {
        channel.force(true);
        String name = HexFormat.of().formatHex(sha256.digest());
        directory.keep(file, name);
        return new StoredContent(name, size, MediaTypes.detect(head.toByteArray(), fileName));
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private void remember(ByteBuffer bytes) {
        byte[] part = new byte[Math.min(bytes.remaining(), HEAD - head.size())];
        bytes.get(part);
        head.writeBytes(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }
}
