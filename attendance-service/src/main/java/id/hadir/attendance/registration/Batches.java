package id.hadir.attendance.registration;

import id.hadir.kit.problem.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Gathers what waits for the same key while that key's last batch is at work, and then hands over
 * all of it at once. There is no timer: what comes alone goes alone, at once. Keys work side by
 * side up to a bound, and take turns.
 *
 * <p>It makes things fast and never correct: what must hold is held by the work itself, since other
 * replicas gather too. What was handed over is carried out even when the one who asked has gone
 * away.
 */
final class Batches<K, I, O> {

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(1);

    /**
     * The bounds: of one batch, of all that may wait, of the keys at work side by side, and of the
     * time that a batch may take, since a database that fell silent would keep its key for ever.
     */
    record Limits(int batch, int waiting, int parallel, Duration patience) {}

    private record Waiting<I, O>(I item, Sinks.One<O> answer) {}

    private record Batch<K, I, O>(K key, List<Waiting<I, O>> members) {}

    private final Limits limits;
    private final BiFunction<K, List<I>, Mono<List<O>>> work;
    private final Map<K, ArrayDeque<Waiting<I, O>>> waitingByKey = new HashMap<>();
    private final ArrayDeque<K> ready = new ArrayDeque<>();
    private int waiting;
    private int working;

    /**
     * @param work answers each item of a batch, in the order of the items
     */
    Batches(Limits limits, BiFunction<K, List<I>, Mono<List<O>>> work) {
        this.limits = limits;
        this.work = work;
    }

    /** Joins the next batch of the key when subscribed to; refused at once when too many wait. */
    Mono<O> submit(K key, I item) {
        return Mono.defer(
                () -> {
                    Waiting<I, O> one = new Waiting<>(item, Sinks.one());
                    if (!join(key, one)) {
                        return Mono.error(Problem.overloaded(COME_BACK_AFTER));
                    }
                    startWhatMay();
                    return one.answer().asMono();
                });
    }

    synchronized int waiting() {
        return waiting;
    }

    private synchronized boolean join(K key, Waiting<I, O> one) {
        if (waiting >= limits.waiting()) {
            return false;
        }
        waiting++;
        ArrayDeque<Waiting<I, O>> queue = waitingByKey.get(key);
        if (queue == null) {
            queue = new ArrayDeque<>();
            waitingByKey.put(key, queue);
            ready.add(key);
        }
        queue.add(one);
        return true;
    }

    private void startWhatMay() {
        for (Batch<K, I, O> batch = next(); batch != null; batch = next()) {
            start(batch);
        }
    }

    /**
     * A key that has a queue is either ready or at work, so that no two batches of it run at once.
     */
    private synchronized @Nullable Batch<K, I, O> next() {
        K key = working < limits.parallel() ? ready.poll() : null;
        if (key == null) {
            return null;
        }
        working++;
        ArrayDeque<Waiting<I, O>> queue = waitingByKey.getOrDefault(key, new ArrayDeque<>());
        List<Waiting<I, O>> members = new ArrayList<>(Math.min(queue.size(), limits.batch()));
        while (!queue.isEmpty() && members.size() < limits.batch()) {
            members.add(queue.remove());
        }
        waiting -= members.size();
        return new Batch<>(key, members);
    }

    private synchronized void finish(K key) {
        working--;
        ArrayDeque<Waiting<I, O>> queue = waitingByKey.get(key);
        if (queue == null || queue.isEmpty()) {
            waitingByKey.remove(key);
        } else {
            ready.add(key);
        }
    }

    private void start(Batch<K, I, O> batch) {
        List<I> items = batch.members().stream().map(Waiting::item).toList();
        Mono.defer(() -> work.apply(batch.key(), items))
                .timeout(limits.patience(), Mono.error(() -> Problem.overloaded(COME_BACK_AFTER)))
                .filter(answers -> answers.size() == items.size())
                .switchIfEmpty(
                        Mono.error(
                                () -> new IllegalStateException("a batch without all its answers")))
                .subscribe(answers -> answer(batch, answers), failure -> fail(batch, failure));
    }

    /**
     * The next batch starts before the answers go out: whoever takes long over an answer delays
     * nobody.
     */
    private void answer(Batch<K, I, O> batch, List<O> answers) {
        finish(batch.key());
        startWhatMay();
        for (int i = 0; i < answers.size(); i++) {
            batch.members().get(i).answer().tryEmitValue(answers.get(i)).orThrow();
        }
    }

    private void fail(Batch<K, I, O> batch, Throwable failure) {
        finish(batch.key());
        startWhatMay();
        batch.members().forEach(member -> member.answer().tryEmitError(failure).orThrow());
    }
}
