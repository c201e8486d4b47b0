package id.hadir.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** A file of the project whose lines are cells between bars; a line may be a remark after #. */
final class Lines {

    private Lines() {}

    static List<String[]> of(String path) {
        try {
            return Files.readAllLines(RunningSystem.file(path)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s*\\|\\s*"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
