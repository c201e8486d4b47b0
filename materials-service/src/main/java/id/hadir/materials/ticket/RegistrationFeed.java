package id.hadir.materials.ticket;

import id.hadir.kit.feed.FeedApplier;
import id.hadir.kit.feed.FeedEntry;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the registrations feed into the copy. */
@Component
public class RegistrationFeed implements FeedApplier {

    private final TicketStore store;

    RegistrationFeed(TicketStore store) {
        this.store = store;
    }

    @Override
    public Mono<Void> apply(List<FeedEntry> entries) {
        return Flux.fromIterable(entries)
                .filter(entry -> entry.type().equals("registrations.changed"))
                .concatMap(entry -> store.takeRegistrations(entry.data().toString()))
                .then();
    }
}
