package id.hadir.load;

import java.util.List;
import java.util.Map;

/** What a scenario found, and which aims it can tell of. */
record Findings(List<Table> tables, Map<Aim, Double> ratios) {}
