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

    private static final String NONE = "[]";

    private final TicketStore store;

    RegistrationFeed(TicketStore store) {
        this.store = store;
    }

    @Override
    public Mono<Void> apply(List<FeedEntry> entries) {
        String changed = ofType(entries, "registrations.changed");
        String erased = ofType(entries, "registrations.erased");
        Mono<Void> forgotten = erased.equals(NONE) ? Mono.empty() : store.forget(erased);
        return store.takeRegistrations(changed).then(forgotten);
    }

    private static String ofType(List<FeedEntry> entries, String type) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type))
                .map(entry -> entry.data().toString())
                .collect(Collectors.joining(",", "[", "]"));
    }
}
