package id.hadir.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.AccessTable.Row;
import id.hadir.kit.security.Role;
import id.hadir.kit.security.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The part of {@code docs/access.md} that tells a service's {@link AccessTable}. With {@code
 * -Dhadir.docs.write} the part is written instead of compared.
 */
public final class AccessDocument {

    private static final Path FILE = Path.of("..", "docs", "access.md");
    private static final List<Role> COLUMNS =
            List.of(Role.ANYONE, Role.OFFICIAL, Role.DESK, Role.ORGANISER, Role.ADMIN);

    private AccessDocument() {}

    /**
     * @param part name of the part, such as {@code events}
     */
    public static void assertTells(String part, AccessTable table) {
        String begin = "<!-- " + part + ": generated -->\n";
        String end = "<!-- " + part + ": end -->\n";
        try {
            String document = Files.readString(FILE);
            int from = document.indexOf(begin) + begin.length();
            int to = document.indexOf(end);
            assertThat(to).as("the part of %s in %s", part, FILE).isGreaterThanOrEqualTo(from);
            if (System.getProperty("hadir.docs.write") != null) {
                Files.writeString(
                        FILE, document.substring(0, from) + of(table) + document.substring(to));
            } else {
                assertThat(document.substring(from, to))
                        .as("%s, to be written anew with -Dhadir.docs.write", FILE)
                        .isEqualTo(of(table));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String of(AccessTable table) {
        return """
        | Call | Nobody | Official | Desk | Organiser | Admin |
        |---|---|---|---|---|---|
        """
                + table.asList().stream()
                        .sorted(
                                Comparator.comparing(Row::pattern)
                                        .thenComparing(row -> row.method().name()))
                        .map(AccessDocument::line)
                        .collect(Collectors.joining());
    }

    private static String line(Row row) {
        return COLUMNS.stream()
                .map(role -> row.lets(role) ? reach(row.scope(), role) : "–")
                .collect(
                        Collectors.joining(
                                " | ",
                                "| `" + row.method() + " " + row.pattern() + "` | ",
                                " |\n"));
    }

    private static String reach(Scope scope, Role role) {
        return switch (scope) {
            case PUBLIC -> "yes";
            case PUBLISHED ->
                    switch (role) {
                        case ADMIN -> "all";
                        case ORGANISER -> "published, own drafts";
                        case DESK, OFFICIAL, ANYONE -> "published";
                    };
            case TICKET -> "by ticket";
            case AUDIENCE ->
                    switch (role) {
                        case ADMIN -> "all";
                        case ORGANISER -> "by audience, own agency";
                        case DESK, OFFICIAL, ANYONE -> "by audience";
                    };
            case OWN_ACCOUNT -> "own";
            case AGENCY -> role == Role.ADMIN ? "all" : "own agency";
            case AGENCY_OR_REGION ->
                    switch (role) {
                        case ADMIN -> "all";
                        case OFFICIAL -> "own region";
                        case ORGANISER, DESK, ANYONE -> "own agency";
                    };
            case AGENCYS_REGION -> role == Role.ADMIN ? "all" : "agency's region";
            case ALL -> "all";
        };
    }
}
