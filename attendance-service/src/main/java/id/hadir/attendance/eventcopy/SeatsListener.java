package id.hadir.attendance.eventcopy;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Hears, in the transaction that applies the feed, of events whose capacity or roster may have
 * changed.
 */
@FunctionalInterface
public interface SeatsListener {

    Mono<Void> seatsMayHaveChanged(List<UUID> eventIds);
}
