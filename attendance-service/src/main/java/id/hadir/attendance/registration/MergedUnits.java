package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.MergeListener;
import id.hadir.kit.feed.Feed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves what a merged unit has at coming events to the one that remains: registrations, the last
 * answer, and the excuse. Nobody loses a ticket: seats that the two have given out together stay.
 */
@Component
class MergedUnits implements MergeListener {

    private final MergeStore store;
    private final WaitlistStore seats;
    private final Feed feed;
    private final Clock clock;

    MergedUnits(MergeStore store, WaitlistStore seats, Feed feed, Clock clock) {
        this.store = store;
        this.seats = seats;
        this.feed = feed;
        this.clock = clock;
    }

    /** Whoever registers somebody for the merged unit meanwhile is done, or will decide anew. */
    @Override
    public Mono<Void> merged(UUID unit, UUID into) {
        return store.comingEvents(unit, clock.instant())
                .filter(events -> !events.isEmpty())
                .delayUntil(seats::lockAll)
                .delayUntil(
                        events -> store.moveRegistrations(events, unit, into).flatMap(this::tell))
                .delayUntil(events -> store.moveAnswers(events, unit, into))
                .delayUntil(events -> store.moveExcuses(events, unit, into))
                .then();
    }

    private Mono<Void> tell(Map<UUID, List<Registration>> moved) {
        return Flux.fromIterable(moved.entrySet())
                .concatMap(
                        event ->
                                RegistrationsChanged.of(event.getKey(), event.getValue())
                                        .tellIn(feed))
                .then();
    }
}
