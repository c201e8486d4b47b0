package id.hadir.load.http;

import id.hadir.load.http.Caller.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Many connections kept busy by one thread, so that the load costs the machine little: two cores
 * are shared with what is measured.
 */
public final class Crowd {

    public static final int OVERLOADED = 503;

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final long RECONNECT = Duration.ofMillis(100).toNanos();

    private final InetSocketAddress server;
    private final Load load;
    private final Supplier<byte[]> requests;
    private final Selector selector;
    private final Tally tally;
    private final SplittableRandom random = new SplittableRandom();
    private final ArrayDeque<Caller> free = new ArrayDeque<>();
    private final PriorityQueue<Caller> resting =
            new PriorityQueue<>(Comparator.comparingLong(Caller::restsUntil));
    private final long began = System.nanoTime();
    private long taken;

    private Crowd(
            InetSocketAddress server,
            Load load,
            Supplier<byte[]> requests,
            Selector selector,
            Tally tally) {
        this.server = server;
        this.load = load;
        this.requests = requests;
        this.selector = selector;
        this.tally = tally;
    }

    /**
     * Puts the load on a server and waits for the last answer.
     *
     * @param requests each call gives another request, written out
     * @param wanted the status of success
     */
    public static Tally run(
            InetSocketAddress server, Load load, Supplier<byte[]> requests, int wanted) {
        try (Selector selector = Selector.open()) {
            Tally tally = new Tally(wanted, load.duration().plusNanos(PATIENCE));
            return new Crowd(server, load, requests, selector, tally).run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Tally run() throws IOException {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < load.connections(); i++) {
            Caller caller = new Caller(selector);
            callers.add(caller);
            connect(caller);
        }
        long end = began + load.duration().toNanos();
        for (long now = began; now < end; now = System.nanoTime()) {
            wakeUp(now);
            sendWhatIsDue(now, end);
            selector.select(this::attend, 1);
        }
        while (System.nanoTime() < end + PATIENCE
                && (isBehind(end)
                        || callers.stream().anyMatch(caller -> caller.is(State.ASKING)))) {
            if (isBehind(end)) {
                sendWhatIsDue(System.nanoTime(), end);
            }
            selector.select(this::attend, 10);
        }
        for (; isBehind(end); taken++) {
            tally.add(Tally.FAILED, PATIENCE, PATIENCE);
        }
        tally.finish(System.nanoTime() - began);
        callers.stream().filter(caller -> caller.is(State.ASKING)).forEach(this::countLost);
        callers.forEach(Caller::close);
        return tally;
    }

    private void wakeUp(long now) {
        while (!resting.isEmpty() && resting.peek().restsUntil() <= now) {
            Caller caller = resting.remove();
            if (caller.hasRequest()) {
                attempt(caller, () -> caller.sendAgain(now));
            } else {
                connect(caller);
            }
        }
    }

    private void sendWhatIsDue(long now, long end) {
        if (load.pace() instanceof Pace.Steady steady) {
            long due = steady.dueAfter(Math.min(now, end - 1) - began);
            while (taken < due && !free.isEmpty()) {
                send(free.remove(), began + steady.dueAt(taken++), now);
            }
            taken = steady.waits() ? taken : due;
        } else {
            while (!free.isEmpty()) {
                send(free.remove(), now, now);
            }
        }
    }

    /** Requests that were due in time but found no connection free are sent all the same. */
    private boolean isBehind(long end) {
        return load.pace() instanceof Pace.Steady steady
                && steady.waits()
                && taken < steady.dueAfter(end - 1 - began);
    }

    private void send(Caller caller, long due, long now) {
        attempt(caller, () -> caller.send(requests.get(), due, now));
    }

    private void attend(SelectionKey key) {
        Caller caller = (Caller) key.attachment();
        attempt(
                caller,
                () -> {
                    if (caller.is(State.CONNECTING)) {
                        caller.finishConnecting(key);
                        free.add(caller);
                    } else {
                        Answer answer = caller.receive();
                        if (answer != null) {
                            take(caller, answer);
                        }
                    }
                });
    }

    private void take(Caller caller, Answer answer) {
        long now = System.nanoTime();
        boolean isRefusal = answer.status() == OVERLOADED;
        if (isRefusal && answer.retryAfterSeconds().isEmpty()) {
            tally.addRefusalWithoutRetryAfter();
        }
        // a refusal is told by itself, an answer by all the time since its request was due
        tally.add(
                answer.status(), now - began, now - (isRefusal ? caller.sentAt() : caller.dueAt()));
        if (isRefusal && load.pace() instanceof Pace.Polite) {
            int told = answer.retryAfterSeconds().orElse(1);
            rest(caller, now + Patience.after(told, caller.refused(), random).toNanos());
            return;
        }
        caller.finish();
        if (answer.closesConnection()) {
            connect(caller);
        } else {
            free.add(caller);
        }
    }

    private void rest(Caller caller, long until) {
        caller.rest(until);
        resting.add(caller);
    }

    private void connect(Caller caller) {
        try {
            caller.connect(server);
        } catch (IOException unreachable) {
            rest(caller, System.nanoTime() + RECONNECT);
        }
    }

    private void countLost(Caller caller) {
        long now = System.nanoTime();
        tally.add(Tally.FAILED, now - began, now - caller.dueAt());
    }

    private interface Step {
        void run() throws IOException;
    }

    /** A request whose connection breaks is lost; the caller comes back with another. */
    private void attempt(Caller caller, Step step) {
        try {
            step.run();
        } catch (IOException broken) {
            if (caller.is(State.ASKING)) {
                countLost(caller);
            }
            free.remove(caller);
            resting.remove(caller);
            caller.finish();
            caller.close();
            rest(caller, System.nanoTime() + RECONNECT);
        }
    }
}
