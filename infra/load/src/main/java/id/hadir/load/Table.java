package id.hadir.load;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a scenario found, as lines of named cells.
 *
 * @param rows with the same names each
 */
record Table(String title, List<Map<String, Object>> rows) {

    void print(PrintStream out) {
        out.printf("%n%s%n%n", title);
        if (rows.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(rows.getFirst().keySet());
        out.println("| " + String.join(" | ", names) + " |");
        out.println("|" + "---|".repeat(names.size()));
        for (Map<String, Object> row : rows) {
            out.println(
                    "| "
                            + String.join(" | ", row.values().stream().map(Table::text).toList())
                            + " |");
        }
    }

    /** A number with as many digits as tell something; empty for one that is not known. */
    static String text(Object cell) {
        if (cell instanceof Double number) {
            String format =
                    Math.abs(number) >= 100 ? "%.0f" : Math.abs(number) >= 10 ? "%.1f" : "%.2f";
            return number.isNaN() ? "" : String.format(Locale.ROOT, format, number);
        }
        return cell.toString();
    }
}
