package id.hadir.kit.listing;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: {@code ?limit=} 1..200, default 50, and {@code ?cursor=}. As a
 * parameter of a handler method it is read from the query.
 */
public record PageRequest(int limit, @Nullable Cursor after) {

    public static final int MOST = 200;
    public static final int USUAL = 50;

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }

    /** The page that begins at that {@link Listing#next}. */
    public PageRequest after(String next) {
        return new PageRequest(limit, Cursor.parse(next));
    }

    /** One row more than asked for tells whether there is a next page. */
    public int limitPlusOne() {
        return limit + 1;
    }
}
