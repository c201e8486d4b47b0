package id.hadir.attendance.privacy;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Erases the person from registrations, and leaves the rows to be counted. */
@Service
class Erasure {

    private final ErasureStore store;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Erasure(
            ErasureStore store,
            Feed feed,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.store = store;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    enum Reason {
        RETENTION,
        REQUEST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Everybody's of an event, with all notes on who sent word. Empty while another replica is at
     * it.
     *
     * @param by who is said to have done it
     * @return how many registrations there were to erase
     */
    Mono<Integer> ofEvent(UUID eventId, Actor by) {
        return store.tryLock(eventId)
                .filter(locked -> locked)
                .flatMap(
                        _ ->
                                erase(eventId, Whose.EVERYBODY, Reason.RETENTION, by)
                                        .flatMap(
                                                count ->
                                                        store.forgetNotes(eventId)
                                                                .thenReturn(count)))
                .as(transaction::transactional);
    }

    /** Some people's of an event, because they or their office asked for it. */
    Mono<Integer> ofPeople(UUID eventId, List<UUID> registrationIds, Actor by) {
        return erase(eventId, Whose.of(registrationIds), Reason.REQUEST, by)
                .as(transaction::transactional);
    }

    private Mono<Integer> erase(UUID eventId, Whose whose, Reason reason, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.erase(eventId, whose, now)
                .flatMap(
                        erased ->
                                erased.isEmpty()
                                        ? Mono.just(0)
                                        : tell(eventId, erased, reason, now, by));
    }

    private Mono<Integer> tell(
            UUID eventId, List<ErasureStore.Erased> erased, Reason reason, Instant now, Actor by) {
        UUID[] ids = erased.stream().map(ErasureStore.Erased::id).toArray(UUID[]::new);
        return store.forget(eventId, ids)
                .then(store.log(eventId, ids, reason, now, by.username()))
                .then(new RegistrationsErased(eventId, erased).tellIn(feed))
                .then(audit.appendAs(by, deed(eventId, ids, reason)))
                .thenReturn(ids.length);
    }

    private static Deed deed(UUID eventId, UUID[] ids, Reason reason) {
        return Deed.of("registrations.erased", eventId)
                .with(Map.of("registrations", ids.length, "reason", reason.code()));
    }
}
