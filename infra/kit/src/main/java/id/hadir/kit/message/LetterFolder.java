package id.hadir.kit.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;

/** Where letters lie that nobody takes away, each a file that the owner alone reads. It blocks. */
record LetterFolder(Path path) {

    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Whole or not at all. */
    void lay(UUID id, MimeMessage letter) throws IOException, MessagingException {
        Files.createDirectories(path, OWNERS_FOLDER);
        Path draft = Files.createTempFile(path, "letter", ".new", OWNERS_FILE);
        try (OutputStream out = Files.newOutputStream(draft)) {
            letter.writeTo(out);
        }
        Files.move(draft, path.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Of letters alone: what else somebody has put there is not ours. */
    int removeOlderThan(Instant time) throws IOException {
        if (!Files.isDirectory(path)) {
            return 0;
        }
        int removed = 0;
        try (DirectoryStream<Path> letters = Files.newDirectoryStream(path, "*.{eml,new}")) {
            for (Path letter : letters) {
                boolean isOld = Files.getLastModifiedTime(letter).toInstant().isBefore(time);
                removed += isOld && Files.deleteIfExists(letter) ? 1 : 0;
            }
        }
        return removed;
    }
}
