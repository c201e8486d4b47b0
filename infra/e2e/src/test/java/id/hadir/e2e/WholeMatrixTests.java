package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every row of docs/access.md through the gateway, with real tokens of each role: what the tables
 * of the services say is what the whole system does. Each service tries its own rows in depth; here
 * a call has no body, so that whoever is let through is told of that instead.
 */
class WholeMatrixTests {

    private static final Pattern ROW =
            Pattern.compile(
                    "(?m)^\\| `([A-Z]+) (/\\S*)` \\| (.+) \\| (.+) \\| (.+) \\| (.+) \\| (.+)"
                            + " \\|$");
    private static final String DENIED = "–";
    private static final String NOBODY = "nobody";
    private static final List<String> COLUMNS =
            List.of(NOBODY, "official", "desk", "organiser", "admin");

    /** Each ends what its caller came with. */
    private static final List<String> ENDING = List.of("/api/tokens/current", "/keluar");

    /** Where a person has no session yet. */
    private static final Pattern SIGN_IN = Pattern.compile("/masuk(/.*)?|/api/tokens");

    private static List<Row> rows;
    private static SampleSite site;

    /**
     * @param cells what each role reaches, by role
     */
    private record Row(String method, String pattern, Map<String, String> cells) {

        boolean isSafe() {
            return method.equals("GET");
        }

        boolean lets(String role) {
            return !cells.get(role).equals(DENIED);
        }

        boolean isOfAgency() {
            return cells.get("organiser").equals("own agency") && pattern.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeAll
    static void read() throws IOException {
        String document = Files.readString(RunningSystem.file("docs/access.md"));
        rows = new ArrayList<>();
        Matcher row = ROW.matcher(document);
        while (row.find()) {
            rows.add(
                    new Row(
                            row.group(1),
                            row.group(2),
                            Map.of(
                                    NOBODY,
                                    row.group(3),
                                    "official",
                                    row.group(4),
                                    "desk",
                                    row.group(5),
                                    "organiser",
                                    row.group(6),
                                    "admin",
                                    row.group(7))));
        }
        rows.sort(Comparator.comparing(Row::isSafe).reversed());
        site = SampleSite.make();
    }

    @Test
    void theGatewayLetsThroughWhomTheTableLetsAndNobodyElse() {
        assertThat(rows).hasSizeGreaterThan(150);
        List<String> faults = new ArrayList<>();
        for (Row row : rows) {
            for (String role : COLUMNS) {
                if (!row.lets(role) || !ENDING.contains(row.pattern())) {
                    Fuzzer.Answered answer = call(row, role);
                    if (isDenied(answer) == row.lets(role) || isLost(row, role, answer)) {
                        faults.add(row + " as " + role + ": " + answer.status());
                    }
                }
            }
            if (row.isOfAgency()) {
                Fuzzer.Answered answer = call(row, SampleSite.STRANGER);
                if (answer.status() < 400 && !isDenied(answer)) {
                    faults.add(row + " as a stranger: " + answer.status());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aSessionChangesNothingWithoutItsCsrfToken() {
        Map<String, String> accounts =
                Map.of(
                        "organiser", site.agency().organiser(),
                        "desk", site.agency().desk(),
                        "official", site.agency().official());
        List<String> faults = new ArrayList<>();
        accounts.forEach(
                (role, username) -> {
                    Session session = Session.signIn(username, site.agency().password());
                    for (Row row : rows) {
                        if (!row.isSafe() && !SIGN_IN.matcher(row.pattern()).matches()) {
                            int without = send(row, List.of("Cookie", session.cookie())).status();
                            if (without != 403) {
                                faults.add(row + " as " + role + ": " + without);
                            }
                        }
                    }
                });
        assertThat(faults).isEmpty();
    }

    private static boolean isDenied(Fuzzer.Answered answer) {
        return answer.status() == 401
                || answer.status() == 403
                || (answer.status() == 303 && answer.headers().contains("/masuk?ke="));
    }

    /** What everybody knows to be there must be found by those who are let in. */
    private static boolean isLost(Row row, String role, Fuzzer.Answered answer) {
        return row.isSafe()
                && row.lets(role)
                && answer.status() == 404
                && !site.path(row.pattern()).contains("{");
    }

    private static Fuzzer.Answered call(Row row, String role) {
        return send(
                row,
                role.equals(NOBODY)
                        ? List.of()
                        : List.of("Authorization", "Bearer " + site.tokens().get(role)));
    }

    private static Fuzzer.Answered send(Row row, List<String> headers) {
        String path =
                site.path(row.pattern())
                        .replaceAll("\\{[^}]+}", "0198f000-0000-7000-8000-000000000001");
        return Fuzzer.send(new FuzzCall(row.method(), path, headers, null));
    }
}
