package id.hadir.kit.feed;

import id.hadir.kit.problem.Problem;
import java.util.regex.Pattern;

/**
 * A place in a feed: transaction and entry, in this order.
 *
 * @param tx transaction, as the feed counts them ({@code feed_tx} in SQL): an {@code xid8} as text
 * @param id identity value of the entry
 */
public record FeedPosition(String tx, long id) {

    static final FeedPosition START = new FeedPosition("0", 0);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,19})-([0-9]{1,18})");

    static FeedPosition parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw Problem.invalid("after", "invalid-cursor");
        }
        return new FeedPosition(form.group(1), Long.parseLong(form.group(2)));
    }

    @Override
    public String toString() {
        return tx + "-" + id;
    }
}
