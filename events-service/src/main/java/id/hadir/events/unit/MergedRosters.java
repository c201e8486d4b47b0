package id.hadir.events.unit;

import id.hadir.kit.feed.FeedPosition;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The rosters on which a unit is that is merged into another one. */
public interface MergedRosters {

    /**
     * What a merge moves.
     *
     * @param events coming ones that have invited the unit
     * @param both those of them that have invited the other one as well
     * @param seatsBefore of the two at these events
     * @param seatsAfter of the one that remains there
     */
    record Moved(long events, long both, long seatsBefore, long seatsAfter) {}

    Mono<Moved> preview(UUID unit, UUID into);

    /**
     * Within the transaction that merges the units.
     *
     * @return where the feed tells the last of it; empty where nothing was moved
     */
    Mono<FeedPosition> move(UUID unit, UUID into);
}
