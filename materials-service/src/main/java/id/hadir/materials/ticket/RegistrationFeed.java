package id.hadir.materials.ticket;

import id.hadir.kit.feed.FeedApplier;
import id.hadir.kit.feed.FeedEntry;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
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
        return store.takeRegistrations(ofType(entries, "registrations.changed"))
                .then(store.forget(ofType(entries, "registrations.erased")));
    }

    private static String ofType(List<FeedEntry> entries, String type) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type))
                .map(entry -> entry.data().toString())
                .collect(Collectors.joining(",", "[", "]"));
    }
}
