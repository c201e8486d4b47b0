package id.hadir.attendance.privacy;

import id.hadir.kit.feed.Feed;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Told in this service's feed: whoever keeps a copy of these registrations forgets their tickets.
 */
record RegistrationsErased(UUID eventId, List<ErasureStore.Erased> registrations) {

    Mono<Void> tellIn(Feed feed) {
        return feed.append("registrations.erased", eventId.toString(), this).then();
    }
}
