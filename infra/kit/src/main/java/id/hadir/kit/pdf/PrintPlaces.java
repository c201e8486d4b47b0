package id.hadir.kit.pdf;

import id.hadir.kit.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets a few papers be made at once, never on a thread of the server; who comes beyond that is
 * asked to come again. A place is held from the first row that is read for a paper until it is
 * made, also when nobody waits for it any more.
 */
public final class PrintPlaces {

    private static final Duration COME_AGAIN = Duration.ofSeconds(3);

    private final Semaphore places;

    public PrintPlaces(int atOnce) {
        this.places = new Semaphore(atOnce);
    }

    /** Makes the paper of a model; it may block. */
    @FunctionalInterface
    public interface Making<M> {
        byte[] make(M model) throws Exception;
    }

    /** Fails with {@code overloaded} when all places are taken, before it asks for the model. */
    public <M> Mono<byte[]> make(Mono<M> model, Making<M> making) {
        return Mono.defer(
                () -> {
                    if (!places.tryAcquire()) {
                        return Mono.error(Problem.overloaded(COME_AGAIN));
                    }
                    AtomicBoolean isBegunOrLeft = new AtomicBoolean();
                    return model.flatMap(read -> made(read, making, isBegunOrLeft))
                            .doFinally(_ -> leaveUnlessBegun(isBegunOrLeft));
                });
    }

    private <M> Mono<byte[]> made(M model, Making<M> making, AtomicBoolean isBegunOrLeft) {
        return Mono.fromCallable(
                        () -> {
                            if (isBegunOrLeft.getAndSet(true)) {
                                return new byte[0]; // nobody waits for it
                            }
                            try {
                                return making.make(model);
                            } finally {
                                places.release();
                            }
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void leaveUnlessBegun(AtomicBoolean isBegunOrLeft) {
        if (!isBegunOrLeft.getAndSet(true)) {
            places.release();
        }
    }
}
