package id.hadir.kit.sheet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row below the heading.
 *
 * @param line as a spreadsheet counts: the heading is line 1
 * @param cells by the heading's words in lower case; those that are empty are missing
 */
public record SheetRow(int line, Map<String, String> cells) {

    /** The first of the columns that is there and not empty. */
    public @Nullable String get(String... columns) {
        for (String column : columns) {
            String cell = cells.get(column);
            if (cell != null) {
                return cell;
            }
        }
        return null;
    }
}
