package id.hadir.load;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measure in one round.
 *
 * @param perSecond answers with the wanted status, or transactions
 * @param p50 and p99 in milliseconds; NaN where they are not measured
 * @param failed requests with another answer or none
 * @param cpuMicros processor time of each process for each of them, in microseconds
 */
record Measured(
        String what,
        double perSecond,
        double p50,
        double p99,
        long failed,
        Map<String, Double> cpuMicros) {

    /** The round in the middle; failures of all rounds. */
    static Measured median(List<Measured> rounds) {
        List<Measured> sorted =
                rounds.stream().sorted(Comparator.comparingDouble(Measured::perSecond)).toList();
        Measured middle = sorted.get(sorted.size() / 2);
        long failed = rounds.stream().mapToLong(Measured::failed).sum();
        return new Measured(
                middle.what, middle.perSecond, middle.p50, middle.p99, failed, middle.cpuMicros);
    }

    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("per s", perSecond);
        row.put("p50 ms", p50);
        row.put("p99 ms", p99);
        row.put("failed", failed);
        StringBuilder cpu = new StringBuilder();
        cpuMicros.forEach((part, micros) -> cpu.append("%s %.0f  ".formatted(part, micros)));
        row.put("CPU µs each", cpu.toString().strip());
        return row;
    }
}
