package id.hadir.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/** Passwords and keys of this installation: made once, kept in files that only the owner reads. */
public class Secrets {

    /** No letters that read alike: some of these are typed from a screen. */
    private static final String ALPHABET =
            "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    public Secrets(Path data) {
        this.folder = data.resolve("secrets");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    public Optional<String> find(String name) {
        Path file = file(name);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new Trouble(
                    file + " cannot be read", "give it back to the user who runs this", e);
        }
    }

    public String findOrMake(String name) {
        return findOrMake(name, 24);
    }

    String findOrMake(String name, int length) {
        return find(name).orElseGet(() -> keep(name, random(length)));
    }

    /** Written whole or not at all, so that a crash leaves no half password behind. */
    public String keep(String name, String value) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path draft =
                    Files.createTempFile(
                            folder,
                            name,
                            ".new",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, value + "\n");
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
