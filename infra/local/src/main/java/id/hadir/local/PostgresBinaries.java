package id.hadir.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar into a folder of this installation. The folder takes
 * its name only when it is whole, and a list of its files tells later whether it still is.
 */
record PostgresBinaries(Path folder) {

    private static final String LIST = "unpacked-files";

    static PostgresBinaries under(Path data) {
        return new PostgresBinaries(data.resolve("postgresql").resolve("programs"));
    }

    /** True when it had to unpack, which is also how a damaged folder is repaired. */
    boolean unpackUnlessWhole() {
        if (isWhole()) {
            return false;
        }
        try {
            Path draft = folder.resolveSibling("programs.new");
            delete(draft);
            delete(folder);
            Files.createDirectories(draft);
            unpack(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new Trouble(
                    "PostgreSQL could not be unpacked into " + folder,
                    "look for space and write permission there (" + e.getMessage() + ")",
                    e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private boolean isWhole() {
        try {
            for (String line : Files.readAllLines(folder.resolve(LIST))) {
                int blank = line.indexOf(' ');
                Path file = folder.resolve(line.substring(blank + 1));
                if (Files.size(file) != Long.parseLong(line.substring(0, blank))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void unpack(Path into) throws IOException {
        List<String> list = new ArrayList<>();
        try (InputStream archive = new BufferedInputStream(open());
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                Path target = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target,
                            PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                    list.add(entry.getSize() + " " + into.relativize(target));
                }
            }
        }
        Files.write(into.resolve(LIST), list);
    }

    private static InputStream open() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String machine =
                switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
                    case "aarch64", "arm64" -> "arm_64";
                    default -> "x86_64";
                };
        String name = "/postgres-" + system + "-" + machine + ".txz";
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new Trouble(
                    "no embedded PostgreSQL for this machine (" + name.substring(1) + ")",
                    "use an existing one: infra/up --database URL");
        }
        return archive;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
