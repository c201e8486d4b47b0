package id.hadir.kit.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.Problem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

class PrintPlacesTests {

    private static final byte[] PAPER = {1};

    private final PrintPlaces places = new PrintPlaces(2);
    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void whoComesWhenAllPlacesAreTakenIsAskedToComeAgainAndNothingIsReadForThem()
            throws InterruptedException {
        twoAreMade();
        AtomicInteger read = new AtomicInteger();
        refused(Mono.fromCallable(read::incrementAndGet));
        assertThat(read).hasValue(0);
        mayEnd.countDown();
        assertThatItIsMadeAgain();
    }

    /** A second tap ends the first call, whose paper is made to its end all the same. */
    @Test
    void aPaperNobodyWaitsForHoldsItsPlaceUntilItIsMade() throws InterruptedException {
        Disposable[] calls = twoAreMade();
        calls[0].dispose();
        calls[1].dispose();
        refused(Mono.just("third"));
        mayEnd.countDown();
        assertThatItIsMadeAgain();
    }

    @Test
    void aPlaceIsLeftWhenThereIsNothingToMakeOrReadingOrMakingFails() {
        for (int i = 0; i < 4; i++) {
            StepVerifier.create(places.make(Mono.empty(), _ -> PAPER)).verifyComplete();
            StepVerifier.create(
                            places.make(
                                    Mono.error(new IllegalStateException("reading")), _ -> PAPER))
                    .verifyErrorMessage("reading");
            StepVerifier.create(
                            places.make(
                                    Mono.just("x"),
                                    _ -> {
                                        throw new IllegalStateException("making");
                                    }))
                    .verifyErrorMessage("making");
            places.make(Mono.never(), _ -> PAPER).subscribe().dispose();
        }
        assertThatItIsMadeAgain();
    }

    private Disposable[] twoAreMade() throws InterruptedException {
        Disposable[] calls = {slow().subscribe(), slow().subscribe()};
        begun.await();
        return calls;
    }

    private Mono<byte[]> slow() {
        return places.make(
                Mono.just("slow"),
                _ -> {
                    begun.countDown();
                    awaitUninterrupted();
                    return PAPER;
                });
    }

    /** Printing does not look whether it is interrupted. */
    private void awaitUninterrupted() {
        while (mayEnd.getCount() > 0) {
            try {
                mayEnd.await();
            } catch (InterruptedException ofTheCancelling) {
                continue;
            }
        }
    }

    private void refused(Mono<?> model) {
        StepVerifier.create(places.make(model, _ -> PAPER))
                .verifyErrorSatisfies(
                        error ->
                                assertThat(error)
                                        .isInstanceOfSatisfying(
                                                Problem.class,
                                                problem ->
                                                        assertThat(problem.code())
                                                                .isEqualTo("overloaded")));
    }

    /** Once the slow ones have left, which they do on threads of their own. */
    private void assertThatItIsMadeAgain() {
        StepVerifier.create(
                        places.make(Mono.just("next"), _ -> PAPER)
                                .retryWhen(Retry.fixedDelay(200, Duration.ofMillis(10))))
                .expectNext(PAPER)
                .verifyComplete();
    }
}
