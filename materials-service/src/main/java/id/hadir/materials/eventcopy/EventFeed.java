package id.hadir.materials.eventcopy;

import id.hadir.kit.feed.FeedApplier;
import id.hadir.kit.feed.FeedEntry;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the events feed into the copy. */
@Component
public class EventFeed implements FeedApplier {

    private final EventStore store;

    EventFeed(EventStore store) {
        this.store = store;
    }

    @Override
    public Mono<Void> apply(List<FeedEntry> entries) {
        return Flux.fromIterable(entries).concatMap(this::apply).then();
    }

    private Mono<Void> apply(FeedEntry entry) {
        String data = entry.data().toString();
        return switch (entry.type()) {
            case "event.changed" -> store.takeEvent(data);
            case "invitations.changed" -> store.takeInvitations(data);
            case "units.changed" -> store.takeUnits(data);
            default -> Mono.empty();
        };
    }
}
