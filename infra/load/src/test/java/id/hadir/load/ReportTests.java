package id.hadir.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTests {

    private static final Map<String, Object> LINE = new LinkedHashMap<>();

    static {
        LINE.put("what", "hot event");
        LINE.put("per s", 1528.4);
        LINE.put("p50 ms", Double.NaN);
        LINE.put("failed", 0L);
    }

    private final Report report =
            Report.of(
                    "two rounds",
                    List.of(
                            new Findings(
                                    List.of(new Table("Registrations", List.of(LINE))),
                                    Map.of(Aim.PGBENCH, 2.31, Aim.TAIL, 21.8))),
                    Map.of("gateway", 240L, "attendance", 485L));

    @Test
    void everyTargetIsToldAlsoWhatWasNotMeasured() {
        String printed = printed();
        assertThat(report.targets()).hasSize(9);
        assertThat(printed)
                .contains(
                        "| registrations/s through the gateway ÷ pgbench hot row | 2.31 | ≥ 2.00 |"
                                + " yes |")
                .contains(
                        "| p99 at 80 % of peak ÷ p50 of a single quiet request | 21.8 | ≤ 10.0 | no"
                                + " |")
                .contains("| goodput at 10× load ÷ peak | not measured | ≥ 0.90 |  |")
                .contains("| memory of the largest service after the run, MB | 485 | ≤ 256 | no |");
    }

    @Test
    void figuresAreRoundedAndMissingOnesAreBlank() {
        assertThat(printed()).contains("| hot event | 1528 |  | 0 |");
    }

    @Test
    void theFileHasTheTablesAndTheTargets() {
        assertThat(report.json())
                .contains("\"conditions\" : \"two rounds\"")
                .contains("\"per s\" : 1528.4")
                .contains("\"not measured\"");
    }

    private String printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, java.nio.charset.StandardCharsets.UTF_8));
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
