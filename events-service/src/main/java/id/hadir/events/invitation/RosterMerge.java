package id.hadir.events.invitation;

import id.hadir.events.unit.MergedRosters;
import id.hadir.kit.feed.FeedPosition;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Moves the rosters of coming events from a merged unit to the one that remains. */
@Component
class RosterMerge implements MergedRosters {

    private final RosterMergeStore store;
    private final InvitationStore invitations;
    private final Clock clock;

    RosterMerge(RosterMergeStore store, InvitationStore invitations, Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Mono<Moved> preview(UUID unit, UUID into) {
        return store.count(unit, into, clock.instant());
    }

    @Override
    public Mono<FeedPosition> move(UUID unit, UUID into) {
        return store.move(unit, into, clock.instant())
                .delayUntil(events -> store.moveMessages(events, unit, into))
                .flatMapMany(Flux::fromIterable)
                .concatMap(invitations::tell)
                .takeLast(1)
                .next();
    }
}
