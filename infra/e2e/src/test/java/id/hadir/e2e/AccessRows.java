package id.hadir.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows of docs/access.md, which the access tables are compared with. */
final class AccessRows {

    enum Caller {
        NOBODY,
        OFFICIAL,
        DESK,
        ORGANISER,
        ADMIN
    }

    private static final Pattern ROW =
            Pattern.compile("\\| `GET (?<path>/[^`]*)` \\| (?<reach>.*) \\|");

    record Row(String path, List<String> reach) {

        boolean lets(Caller caller) {
            return !reach.get(caller.ordinal()).equals("–");
        }

        boolean isPage() {
            return !path.startsWith("/api/") && !path.equals("/health");
        }
    }

    private AccessRows() {}

    /** All that are read with GET. */
    static List<Row> read() {
        try (Stream<String> lines = Files.lines(RunningSystem.file("docs/access.md"))) {
            return lines.map(ROW::matcher).filter(Matcher::matches).map(AccessRows::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(Matcher line) {
        return new Row(line.group("path"), Arrays.asList(line.group("reach").split(" \\| ")));
    }
}
