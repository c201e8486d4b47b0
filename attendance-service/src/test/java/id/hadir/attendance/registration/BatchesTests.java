package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.kit.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class BatchesTests {

    /** Batches handed over, and a handle on each to answer it. */
    private final List<List<Integer>> batches = new ArrayList<>();

    private final List<Sinks.One<List<String>>> answers = new ArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private static Batches.Limits limits(int batch, int waiting, int parallel) {
        return new Batches.Limits(batch, waiting, parallel, Duration.ofSeconds(20));
    }

    @Test
    void whatComesAloneGoesAloneAndAtOnce() {
        Batches<String, Integer, String> gathering = gathering(limits(10, 10, 1));
        ask(gathering, "a", 1);
        assertThat(batches).containsExactly(List.of(1));
    }

    @Test
    void whatWaitsForABatchGoesTogetherInTheNextOne() {
        Batches<String, Integer, String> gathering = gathering(limits(3, 10, 1));
        ask(gathering, "a", 1, 2, 3, 4, 5);
        answer(0);
        assertThat(batches).containsExactly(List.of(1), List.of(2, 3, 4));
        answer(1);
        assertThat(batches).hasSize(3).last().isEqualTo(List.of(5));
        answer(2);
        assertThat(heard).containsExactly("1!", "2!", "3!", "4!", "5!");
        assertThat(gathering.waiting()).isZero();
    }

    @Test
    void keysWorkSideBySideUpToTheBoundAndTakeTurns() {
        Batches<String, Integer, String> gathering = gathering(limits(1, 10, 2));
        ask(gathering, "a", 1, 2);
        ask(gathering, "b", 10, 11);
        ask(gathering, "c", 20);
        assertThat(batches).containsExactly(List.of(1), List.of(10));
        answer(0);
        assertThat(batches).last().isEqualTo(List.of(20));
        answer(1);
        assertThat(batches).last().isEqualTo(List.of(2));
    }

    @Test
    void beyondTheBoundItRefusesAtOnce() {
        Batches<String, Integer, String> gathering = gathering(limits(1, 2, 1));
        ask(gathering, "a", 1, 2, 3);
        assertThatThrownBy(() -> gathering.submit("a", 4).block(Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo("overloaded"));
        answer(0);
        ask(gathering, "a", 5);
        assertThat(gathering.waiting()).isEqualTo(2);
    }

    @Test
    void aFailedBatchFailsItsOwnAndNoOther() {
        Batches<String, Integer, String> gathering = gathering(limits(1, 10, 1));
        ask(gathering, "a", 1, 2);
        answers.get(0).tryEmitError(new IllegalStateException("broken")).orThrow();
        answer(1);
        assertThat(heard).containsExactly("1: broken", "2!");
    }

    @Test
    void anAnswerTooFewFailsTheBatchAndNothingHangs() {
        Batches<String, Integer, String> gathering =
                new Batches<>(limits(10, 10, 1), (_, _) -> Mono.just(List.of()));
        ask(gathering, "a", 1);
        assertThat(heard).containsExactly("1: a batch without all its answers");
    }

    @Test
    void workThatThrowsFailsTheBatchAndNothingHangs() {
        Batches<String, Integer, String> gathering =
                new Batches<>(
                        limits(10, 10, 1),
                        (_, _) -> {
                            throw new IllegalStateException("thrown");
                        });
        ask(gathering, "a", 1, 2);
        assertThat(heard).containsExactly("1: thrown", "2: thrown");
    }

    @Test
    void workThatNeverAnswersIsGivenUpAndTheNextBatchStarts() {
        AtomicInteger calls = new AtomicInteger();
        Batches<String, Integer, String> gathering =
                new Batches<>(
                        new Batches.Limits(1, 10, 1, Duration.ofMillis(50)),
                        (_, _) ->
                                calls.getAndIncrement() == 0
                                        ? Mono.never()
                                        : Mono.just(List.of("2!")));
        Mono<String> silent = gathering.submit("a", 1);
        Mono<String> next = gathering.submit("a", 2);
        assertThat(
                        Flux.merge(
                                        silent.onErrorResume(
                                                failure -> Mono.just(Problem.of(failure).code())),
                                        next)
                                .collectList()
                                .block(Duration.ofSeconds(20)))
                .containsExactlyInAnyOrder("overloaded", "2!");
    }

    @Test
    void whoGoesAwayIsServedAllTheSame() {
        Batches<String, Integer, String> gathering = gathering(limits(10, 10, 1));
        ask(gathering, "a", 1);
        gathering.submit("a", 2).subscribe().dispose();
        ask(gathering, "a", 3);
        answer(0);
        assertThat(batches).last().isEqualTo(List.of(2, 3));
        answer(1);
        assertThat(heard).containsExactly("1!", "3!");
    }

    @Test
    void nobodyIsLostWhenManyThreadsAskAtOnce() throws InterruptedException {
        Batches<Integer, Integer, Integer> gathering =
                new Batches<>(
                        limits(16, 100_000, 3),
                        (_, items) ->
                                Mono.fromSupplier(() -> items).subscribeOn(Schedulers.parallel()));
        int count = 20_000;
        CountDownLatch answered = new CountDownLatch(count);
        Flux.range(0, count)
                .parallel(8)
                .runOn(Schedulers.boundedElastic())
                .flatMap(
                        i ->
                                gathering
                                        .submit(i % 7, i)
                                        .doOnNext(own -> count(answered, own.equals(i))),
                        false,
                        1000)
                .subscribe();
        assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(gathering.waiting()).isZero();
    }

    private static void count(CountDownLatch answered, boolean own) {
        if (own) {
            answered.countDown();
        }
    }

    private Batches<String, Integer, String> gathering(Batches.Limits limits) {
        return new Batches<>(
                limits,
                (_, items) -> {
                    Sinks.One<List<String>> answer = Sinks.one();
                    batches.add(items);
                    answers.add(answer);
                    return answer.asMono();
                });
    }

    private void ask(Batches<String, Integer, String> gathering, String key, int... items) {
        for (int item : items) {
            gathering
                    .submit(key, item)
                    .subscribe(
                            heard::add, failure -> heard.add(item + ": " + failure.getMessage()));
        }
    }

    private void answer(int batch) {
        answers.get(batch)
                .tryEmitValue(batches.get(batch).stream().map(i -> i + "!").toList())
                .orThrow();
    }
}
