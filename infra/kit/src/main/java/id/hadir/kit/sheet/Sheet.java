package id.hadir.kit.sheet;

import id.hadir.kit.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** Rows under a heading; rows without anything in them are left out. */
final class Sheet {

    private static final int MOST_ROWS = 20_000;

    private Sheet() {}

    /**
     * @throws Problem {@code too-large} when there are more rows than are taken at once
     */
    static List<SheetRow> of(Stream<SheetLine> lines) {
        Iterator<SheetLine> left = lines.iterator();
        List<SheetRow> rows = new ArrayList<>();
        List<String> heading = left.hasNext() ? heading(left.next()) : List.of();
        while (left.hasNext()) {
            SheetLine line = left.next();
            Map<String, String> cells = cells(heading, line.cells());
            if (!cells.isEmpty()) {
                rows.add(new SheetRow((int) line.number(), cells));
            }
            if (rows.size() > MOST_ROWS) {
                throw tooLarge();
            }
        }
        return rows;
    }

    static Problem tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    /** All of them, unless they are more than are taken at once, besides the heading. */
    static List<SheetLine> bounded(Stream<SheetLine> lines) {
        List<SheetLine> some = lines.limit(MOST_ROWS + 2L).toList();
        if (some.size() > MOST_ROWS + 1) {
            throw tooLarge();
        }
        return some;
    }

    private static List<String> heading(SheetLine line) {
        return line.cells().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    }

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
