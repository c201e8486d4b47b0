package id.hadir.kit.feed;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param key secret that consumers show to producers; the feed is not reachable without it
 */
@ConfigurationProperties("hadir.feed")
record FeedSettings(String key) {

    FeedSettings {
        if (key.length() < 16) {
            throw new IllegalArgumentException("hadir.feed.key needs at least 16 characters");
        }
    }
}
