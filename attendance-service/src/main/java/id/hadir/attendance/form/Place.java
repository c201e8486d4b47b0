package id.hadir.attendance.form;

import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Words;

/**
 * Where a page stands in its list.
 *
 * @param before rows on earlier pages
 * @param total rows on all pages
 */
public record Place(long before, long total) {

    /** So many rows stand on the version for paper, which has one page. */
    public static final PageRequest ON_PAPER = new PageRequest(1000, null);

    public boolean isWhole(int rows) {
        return rows == total;
    }

    /** Not even the version for paper holds them all. */
    public boolean isTooLongForPaper() {
        return total > ON_PAPER.limit();
    }

    /** "51–100 dari 404". */
    public String range(int rows, Words words) {
        return words.get("list.range", before + 1, before + rows, total);
    }
}
