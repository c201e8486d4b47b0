package id.hadir.kit.feed;

import java.net.URI;

/**
 * A feed that this service follows.
 *
 * @param feed name of the feed, such as {@code events}
 * @param uri where it is served, such as {@code http://127.0.0.1:8081/feeds/events}
 * @param consumer name of this service
 */
public record FeedSubscription(String feed, URI uri, String consumer, FeedApplier applier) {}
