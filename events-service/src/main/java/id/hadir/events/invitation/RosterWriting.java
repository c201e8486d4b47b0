package id.hadir.events.invitation;

import id.hadir.events.invitation.AudienceQueries.Split;
import id.hadir.events.invitation.InvitationStore.Changes;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes a sending into the roster part by part, inside one transaction: the 75,252 desa of the
 * country are sixteen statements, each far from the time limit of one, and nobody sees any of it
 * before its end. Whoever dies on the way has done nothing, and may send the same again.
 */
@Component
class RosterWriting {

    private static final int UNITS_IN_PART = 5000;

    private final InvitationStore store;
    private final AudienceQueries audiences;
    private final WaveStore waves;
    private final ProgressStore progress;
    private final Clock clock;

    RosterWriting(
            InvitationStore store,
            AudienceQueries audiences,
            WaveStore waves,
            ProgressStore progress,
            Clock clock) {
        this.store = store;
        this.audiences = audiences;
        this.waves = waves;
        this.progress = progress;
        this.clock = clock;
    }

    /** A sending that changes nothing is no wave. */
    Mono<Changes> write(Actor actor, UUID eventId, Sending sending) {
        return store.expectManyRows()
                .then(
                        Mono.zip(
                                waves.nextNumber(eventId),
                                audiences.split(sending.audience(), UNITS_IN_PART)))
                .flatMap(
                        found ->
                                write(eventId, sending, found.getT1(), found.getT2())
                                        .delayUntil(
                                                changes ->
                                                        keep(
                                                                actor,
                                                                eventId,
                                                                sending,
                                                                found.getT1(),
                                                                changes)));
    }

    private Mono<Changes> write(UUID eventId, Sending sending, int wave, Split split) {
        AtomicLong done = new AtomicLong();
        return Flux.fromIterable(split.parts())
                .concatMap(
                        part ->
                                tell(eventId, done.getAndAdd(UNITS_IN_PART), split)
                                        .then(store.invite(eventId, sending, wave, part)))
                .reduce(Changes.NONE, Changes::plus);
    }

    private Mono<Void> tell(UUID eventId, long done, Split split) {
        return split.parts().size() == 1
                ? Mono.empty()
                : progress.tell(eventId, done, split.units());
    }

    private Mono<Void> keep(
            Actor actor, UUID eventId, Sending sending, int number, Changes changes) {
        return changes.isNone()
                ? Mono.empty()
                : waves.add(
                        eventId,
                        new Wave(
                                number,
                                clock.instant().truncatedTo(ChronoUnit.MICROS),
                                actor.username(),
                                sending.answerBy(),
                                changes.added(),
                                changes.changed(),
                                changes.seats()));
    }
}
