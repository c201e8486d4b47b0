package id.hadir.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Starts again what dies, a little later each time that it dies soon after its start. */
final class Supervisor {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final LocalRun run;
    private final Progress progress;
    private final Map<String, Restart> restarts = new HashMap<>();

    Supervisor(LocalRun run, Progress progress) {
        this.run = run;
        this.progress = progress;
    }

    /** Watches until this thread is interrupted or the virtual machine ends. */
    void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            run.postgres()
                    .ifPresent(
                            server ->
                                    care(
                                            "PostgreSQL 18",
                                            server.process().isPresent(),
                                            "ended",
                                            server::start));
            for (ServiceProcess service : run.services()) {
                care(
                        service.name(),
                        service.isAlive(),
                        "ended" + (service.isAlive() ? "" : " with " + service.exitValue()),
                        service::start);
            }
            LocalRun.pause(Duration.ofMillis(500));
        }
    }

    private void care(String name, boolean alive, String how, Runnable start) {
        Restart restart = restarts.getOrDefault(name, Restart.NEVER);
        if (alive) {
            return;
        }
        long now = System.nanoTime();
        if (!restart.isDue(now)) {
            return;
        }
        if (!restart.announced()) {
            Restart next = restart.next(now);
            restarts.put(name, next);
            run.again(
                    () ->
                            progress.say(
                                    "  %s %s; starting it again in %d s"
                                            .formatted(name, how, next.pause().toSeconds())));
            return;
        }
        restarts.put(name, restart.started(now));
        try {
            run.again(
                    () -> {
                        start.run();
                        progress.say("  " + name + " started again");
                    });
        } catch (Trouble e) {
            progress.say("  " + e.getMessage());
        }
    }

    /** When to try next (in {@link System#nanoTime}), and how long the pause before it is. */
    private record Restart(long due, Duration pause, boolean announced, long startedAt) {

        static final Restart NEVER = new Restart(Long.MIN_VALUE, Duration.ZERO, false, 0);

        boolean isDue(long now) {
            return !announced || now >= due;
        }

        Restart next(long now) {
            boolean wasSteady = now - startedAt > STEADY.toNanos();
            Duration longer = wasSteady || pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
            Duration chosen = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            return new Restart(now + chosen.toNanos(), chosen, true, startedAt);
        }

        Restart started(long now) {
            return new Restart(due, pause, false, now);
        }
    }
}
