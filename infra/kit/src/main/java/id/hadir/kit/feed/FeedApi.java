package id.hadir.kit.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Serves the feed to the other services. The gateway has no route to it, and {@code KitSecurity}
 * lets nobody through who does not show the {@link FeedKey}.
 */
@RestController
class FeedApi {

    private static final int ENTRIES_AT_MOST = 1000;
    private static final Duration WAIT_AT_MOST = Duration.ofSeconds(20);

    private final Feed feed;

    FeedApi(Feed feed) {
        this.feed = feed;
    }

    /** CloudEvents 1.0, JSON format. */
    record CloudEvent(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            String time,
            @JsonRawValue String data) {

        static CloudEvent of(String feed, Feed.Stored entry) {
            return new CloudEvent(
                    "1.0",
                    entry.position().toString(),
                    "/feeds/" + feed,
                    entry.type(),
                    entry.subject(),
                    entry.at().toString(),
                    entry.data());
        }
    }

    @GetMapping(value = "/feeds/{name}", produces = "application/cloudevents-batch+json")
    Mono<List<CloudEvent>> entries(
            @PathVariable String name,
            @RequestParam(defaultValue = "0-0") String after,
            @RequestParam(defaultValue = "20") int wait,
            @RequestParam String consumer) {
        FeedPosition position = FeedPosition.parse(after);
        Duration patience = Duration.ofSeconds(Math.clamp(wait, 0, WAIT_AT_MOST.toSeconds()));
        return feed.applied(consumer, position)
                .then(feed.read(position, ENTRIES_AT_MOST, patience))
                .map(entries -> entries.stream().map(entry -> CloudEvent.of(name, entry)).toList());
    }
}
