package id.hadir.attendance.registration;

import id.hadir.kit.feed.Feed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Told in this service's feed after each change of registrations, many in one entry: enough to know
 * a ticket's holder and whether they came, and nothing of who they are.
 */
public record RegistrationsChanged(UUID eventId, List<Changed> registrations) {

    private static final String TYPE = "registrations.changed";

    /**
     * @param ticketHash SHA-256 of the ticket's bare code, in hex
     */
    public record Changed(
            UUID id,
            @Nullable UUID unitId,
            String unitName,
            String ticketHash,
            String status,
            boolean attended,
            long version) {

        static Changed of(Registration registration) {
            return new Changed(
                    registration.id(),
                    registration.unit().id(),
                    registration.unit().name(),
                    registration.code().hash(),
                    registration.status().code(),
                    registration.checkedInAt() != null,
                    registration.version());
        }
    }

    public static RegistrationsChanged of(UUID eventId, List<Registration> registrations) {
        return new RegistrationsChanged(eventId, registrations.stream().map(Changed::of).toList());
    }

    /** Call it in the transaction that makes the change. */
    public Mono<Void> tellIn(Feed feed) {
        return registrations.isEmpty()
                ? Mono.empty()
                : feed.append(TYPE, eventId.toString(), this).then();
    }

    /** For the statement that makes the change. */
    Feed.Entry entryOf(Feed feed) {
        return feed.entry(TYPE, eventId.toString(), this);
    }
}
