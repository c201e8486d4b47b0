package id.hadir.kit.listing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list: {@code {"items":[…],"next":CURSOR|null}}.
 *
 * @param next cursor of the next page, null on the last one
 */
public record Listing<T>(List<T> items, @Nullable String next) {

    /**
     * Cuts the page out of rows that were read with {@link PageRequest#limitPlusOne()}.
     *
     * @param cursorOf the sort key of a row, from which the next page goes on
     */
    public static <T> Listing<T> of(
            List<T> rows, PageRequest request, Function<T, Cursor> cursorOf) {
        if (rows.size() <= request.limit()) {
            return new Listing<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, request.limit()));
        return new Listing<>(items, cursorOf.apply(items.getLast()).toString());
    }

    public <R> Listing<R> map(Function<? super T, ? extends R> view) {
        return new Listing<>(items.stream().<R>map(view).toList(), next);
    }
}
