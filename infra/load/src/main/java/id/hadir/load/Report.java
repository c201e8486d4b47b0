package id.hadir.load;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of a run.
 *
 * @param residentMegabytes memory of each service after it
 */
record Report(List<Measured> measured, Map<String, Long> residentMegabytes) {

    void print(PrintStream out) {
        out.printf(
                "%n| %-28s | %9s | %8s | %8s | %6s | %-44s |%n",
                "what", "per s", "p50 ms", "p99 ms", "failed", "CPU µs each");
        out.println("|" + "---|".repeat(6));
        for (Measured one : measured) {
            out.printf(
                    "| %-28s | %9.0f | %8.1f | %8.1f | %6d | %-44s |%n",
                    one.what(), one.perSecond(), one.p50(), one.p99(), one.failed(), cpu(one));
        }
        out.println();
        ratios().forEach((what, ratio) -> out.printf("%-60s %6.2f%n", what, ratio));
        out.println("memory, MB: " + residentMegabytes);
    }

    /** The targets' ratios that this run can tell. */
    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        double hot = rate("hot event");
        double pgbench =
                measured.stream()
                        .filter(one -> one.what().startsWith("pgbench hot"))
                        .map(Measured::perSecond)
                        .max(Comparator.naturalOrder())
                        .orElse(Double.NaN);
        ratios.put("registrations / pgbench hot row at its best", hot / pgbench);
        ratios.put("registrations / no-op through the gateway", hot / rate("no-op"));
        ratios.put(
                "registrations / textbook peer behind such a gateway",
                hot / rate("textbook peer, hot event"));
        return ratios;
    }

    private double rate(String what) {
        return measured.stream()
                .filter(one -> one.what().equals(what))
                .mapToDouble(Measured::perSecond)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String cpu(Measured one) {
        StringBuilder text = new StringBuilder();
        one.cpuMicros().forEach((part, micros) -> text.append("%s %.0f  ".formatted(part, micros)));
        return text.toString().strip();
    }

    String json() {
        return new JsonMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        Map.of(
                                "measured", measured,
                                "ratios", ratios(),
                                "residentMegabytes", residentMegabytes));
    }
}
