package id.hadir.kit.feed;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Takes entries of a feed into the service's own copy. It runs in the transaction that also moves
 * the cursor. Entries may come again, and a later state before an earlier one: apply by version.
 */
@FunctionalInterface
public interface FeedApplier {

    Mono<Void> apply(List<FeedEntry> entries);
}
