package id.hadir.load;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all scenarios of a run found.
 *
 * @param conditions under which it was measured
 */
record Report(String conditions, List<Table> tables, Map<Aim, Double> ratios) {

    static Report of(String conditions, List<Findings> all, Map<String, Long> residentMegabytes) {
        List<Table> tables = new ArrayList<>();
        Map<Aim, Double> ratios = new EnumMap<>(Aim.class);
        for (Findings one : all) {
            tables.addAll(one.tables());
            ratios.putAll(one.ratios());
        }
        tables.add(
                new Table(
                        "Memory after the run, MB",
                        List.of(new LinkedHashMap<>(residentMegabytes))));
        ratios.put(
                Aim.MEMORY,
                (double)
                        residentMegabytes.values().stream()
                                .mapToLong(Long::longValue)
                                .max()
                                .orElse(0));
        return new Report(conditions, tables, ratios);
    }

    void print(PrintStream out) {
        out.printf("%n%s%n", conditions);
        tables.forEach(table -> table.print(out));
        new Table("Targets", targets()).print(out);
    }

    /** All of them, also those that this run cannot tell of. */
    List<Map<String, Object>> targets() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Aim aim : Aim.values()) {
            Double here = ratios.get(aim);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("ratio", aim.words());
            row.put("here", here == null ? "not measured" : here);
            row.put("target", aim.target());
            row.put("reached", here == null ? "" : aim.isReachedBy(here) ? "yes" : "no");
            rows.add(row);
        }
        return rows;
    }

    String json() {
        return new JsonMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        Map.of("conditions", conditions, "tables", tables, "targets", targets()));
    }
}
