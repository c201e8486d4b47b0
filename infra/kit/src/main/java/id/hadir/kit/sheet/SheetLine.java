package id.hadir.kit.sheet;

import java.util.List;

/**
 * A row of a table, the heading's or one below it.
 *
 * @param number as a spreadsheet counts, from 1
 */
public record SheetLine(long number, List<String> cells) {

    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
