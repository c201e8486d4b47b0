package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.SeatsListener;
import id.hadir.kit.feed.Feed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Confirms those who wait longest when seats come free: in the transaction that frees them, under
 * the event's lock.
 */
@Component
class Waitlist implements SeatsListener {

    private static final int AT_ONCE = 1000;

    private final RegistrationStore store;
    private final WaitlistStore waiting;
    private final Feed feed;
    private final Clock clock;

    Waitlist(RegistrationStore store, WaitlistStore waiting, Feed feed, Clock clock) {
        this.store = store;
        this.waiting = waiting;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * One who waits.
     *
     * @param unitSeats seats of the unit, or null when it has no limit; zero when its invitation
     *     was withdrawn
     * @param unitConfirmed seats of the unit that are confirmed
     */
    record Waiting(Registration registration, @Nullable Integer unitSeats, int unitConfirmed) {}

    /** A larger room, or a roster with more seats, lets people in without anybody cancelling. */
    @Override
    public Mono<Void> seatsMayHaveChanged(List<UUID> eventIds) {
        return waiting.lockAll(eventIds)
                .flatMapMany(Flux::fromIterable)
                .concatMap(store::lock)
                .concatMap(seats -> promote(seats).flatMap(store::keep))
                .then();
    }

    /** The seats as they are then; keeping them is left to the caller. */
    Mono<EventSeats> promote(EventSeats seats) {
        if (seats.waitlisted() == 0 || seats.isFull() || !takesPlace(seats)) {
            return Mono.just(seats);
        }
        return waiting.first(seats.event(), AT_ONCE)
                .map(first -> promotable(seats, first))
                .filter(chosen -> !chosen.isEmpty())
                .flatMap(chosen -> confirm(seats, chosen))
                .flatMap(this::promote)
                .defaultIfEmpty(seats);
    }

    private boolean takesPlace(EventSeats seats) {
        return switch (seats.event().status()) {
            case PUBLISHED -> !seats.event().hasEnded(clock.instant());
            case DRAFT, CANCELLED -> false;
        };
    }

    /**
     * In the order of waiting, as many as there are free seats, and of each unit no more than it
     * has seats.
     */
    static List<Registration> promotable(EventSeats seats, List<Waiting> inOrder) {
        Integer free = seats.event().remaining(seats.confirmed());
        Map<String, Integer> confirmedByUnit = new HashMap<>();
        List<Registration> chosen = new ArrayList<>();
        for (Waiting one : inOrder) {
            if (free != null && chosen.size() >= free) {
                break;
            }
            String unit = one.registration().unitKey();
            int confirmed = confirmedByUnit.getOrDefault(unit, one.unitConfirmed());
            if (one.unitSeats() == null || confirmed < one.unitSeats()) {
                confirmedByUnit.put(unit, confirmed + 1);
                chosen.add(one.registration());
            }
        }
        return chosen;
    }

    private Mono<EventSeats> confirm(EventSeats seats, List<Registration> chosen) {
        EventSeats after = seats;
        for (int i = 0; i < chosen.size(); i++) {
            after = after.promoteOne();
        }
        List<Registration> confirmed =
                chosen.stream().map(one -> one.with(Registration.Status.CONFIRMED)).toList();
        return waiting.confirm(seats.event().id(), chosen.stream().map(Registration::id).toList())
                .then(RegistrationsChanged.of(seats.event().id(), confirmed).tellIn(feed))
                .thenReturn(after);
    }
}
