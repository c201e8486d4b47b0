package id.hadir.load;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays scenarios with a running system, and looks after each whether the database agrees. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException {
        Options options = Options.of(arguments);
        Run run = Run.of(options);
        Verification verification = new Verification(options.database("hadir_attendance"));
        List<Findings> findings = new ArrayList<>();
        boolean isSound = true;
        for (String scenario : options.scenarios()) {
            System.out.println(scenario);
            findings.add(play(scenario, run));
            isSound &= run.ledger().agreesWith(verification, System.out);
        }
        Map<String, Long> memory = run.processes().residentMegabytes();
        Report report = Report.of(options.conditions(), findings, memory);
        report.print(System.out);
        Files.writeString(options.json(), report.json());
        System.out.println("written to " + options.json());
        System.exit(isSound ? 0 : 1);
    }

    private static Findings play(String scenario, Run run)
            throws IOException, SQLException, InterruptedException {
        return switch (scenario) {
            case "comparison" -> {
                try (Comparison comparison = new Comparison(run)) {
                    yield comparison.play();
                }
            }
            case "million" -> new Million(run).play();
            case "overload" -> new Overload(run).play();
            case "rush" -> new Rush(run).play();
            case "planning" -> {
                try (Planning planning = new Planning(run)) {
                    yield planning.play();
                }
            }
            case "cold" -> new ColdStart(run).play();
            default -> throw new IllegalArgumentException(scenario);
        };
    }
}
