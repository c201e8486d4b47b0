package id.hadir.materials.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Contents by their SHA-256 at {@code ab/cd/abcd…}, and those that are still arriving in {@code
 * incoming}. A content reaches its name by an atomic rename when every byte is on the disk, so what
 * stands under a name is complete, and the same content sent twice takes one place.
 *
 * <p>Every method blocks.
 */
@Component
@EnableConfigurationProperties(ContentSettings.class)
public class ContentDirectory {

    private static final Logger log = LoggerFactory.getLogger(ContentDirectory.class);

    private final Path root;
    private final Path incoming;

    ContentDirectory(ContentSettings settings) throws IOException {
        root = settings.directory().toAbsolutePath().normalize();
        incoming = Files.createDirectories(root.resolve("incoming"));
        removeAbandoned();
    }

    /** Opens a place for a content that is about to arrive. */
    public IncomingContent receive() throws IOException {
        return new IncomingContent(this, Files.createTempFile(incoming, "", ".part"));
    }

    /** Where a stored content stands. */
    public Path find(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    /** Moves a complete, flushed file under its name, durably. */
    void keep(Path file, String sha256) throws IOException {
        Path target = find(sha256);
        Path parent = target.resolveSibling("");
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            flush(parent.resolveSibling(""));
            flush(root);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        flush(parent);
    }

    private static void flush(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Removes what a killed process left half-written. A file that still arrives, here or at
     * another replica, is locked by its writer; the system frees the locks of a dead one.
     */
    private void removeAbandoned() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                if (isAbandoned(file)) {
                    Files.deleteIfExists(file);
                    log.info("removed an upload that was cut off: {}", file.getFileName());
                }
            }
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }
}
