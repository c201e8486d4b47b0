package id.hadir.gateway.rush;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** So many may be inside at once. */
public final class Room {

    private final int places;
    private final AtomicInteger taken = new AtomicInteger();

    public Room(int places) {
        this.places = places;
    }

    /** Takes a place until the work ends, fails or is given up; without one, does the other. */
    public Mono<Void> enter(Supplier<Mono<Void>> work, Supplier<Mono<Void>> whenFull) {
        return Mono.defer(
                () -> {
                    if (taken.incrementAndGet() > places) {
                        taken.decrementAndGet();
                        return whenFull.get();
                    }
                    return work.get().doFinally(_ -> taken.decrementAndGet());
                });
    }

    int places() {
        return places;
    }

    int taken() {
        return taken.get();
    }
}
