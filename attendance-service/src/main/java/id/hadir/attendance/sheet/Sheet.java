package id.hadir.attendance.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows under a heading; rows without anything in them are left out. */
public final class Sheet {

    private Sheet() {}

    static List<SheetRow> of(List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> heading =
                lines.getFirst().cells().stream()
                        .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                        .toList();
        List<SheetRow> rows = new ArrayList<>(lines.size());
        for (Line line : lines.subList(1, lines.size())) {
            Map<String, String> cells = cells(heading, line.cells());
            if (!cells.isEmpty()) {
                rows.add(new SheetRow(line.number(), cells));
            }
        }
        return rows;
    }

    record Line(int number, List<String> cells) {}

    private static Map<String, String> cells(List<String> heading, List<String> cells) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < Math.min(heading.size(), cells.size()); i++) {
            if (!cells.get(i).isBlank()) {
                byName.putIfAbsent(heading.get(i), cells.get(i).strip());
            }
        }
        return byName;
    }
}
