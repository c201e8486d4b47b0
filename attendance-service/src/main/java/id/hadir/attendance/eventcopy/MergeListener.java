package id.hadir.attendance.eventcopy;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Hears, in the transaction that applies the feed, of units that turned out to be others. */
@FunctionalInterface
public interface MergeListener {

    Mono<Void> merged(UUID unit, UUID into);
}
