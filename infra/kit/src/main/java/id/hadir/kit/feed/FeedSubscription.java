package id.hadir.kit.feed;

import java.net.URI;
import java.time.Duration;

/**
 * A feed that this service follows.
 *
 * @param feed name of the feed, such as {@code events}
 * @param uri where it is served, such as {@code http://127.0.0.1:8081/feeds/events}
 * @param consumer name of this service
 * @param rest between two times of asking, so that a feed in which a rush is told is taken a few
 *     times a second and not entry by entry; zero for one whose producer waits for its consumers
 */
public record FeedSubscription(
        String feed, URI uri, String consumer, FeedApplier applier, Duration rest) {

    /** Without rest. */
    public FeedSubscription(String feed, URI uri, String consumer, FeedApplier applier) {
        this(feed, uri, consumer, applier, Duration.ZERO);
    }
}
