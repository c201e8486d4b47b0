package id.hadir.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Trains the services' caches: starts the whole system once more, on an empty database of its own
 * and ports that nobody else knows, loads it as the opening of an event does, and ends it. As they
 * end, the virtual machines write down the classes that they have loaded and what they have learnt
 * about the methods that were busy; the next start begins with that.
 */
final class Rehearsal {

    /** What the rehearsed system is put through. */
    interface Play {
        void perform(Settings settings, Secrets secrets);
    }

    /** A virtual machine starts another one to write its cache, at the lowest priority. */
    private static final Duration TIME_TO_WRITE = Duration.ofMinutes(10);

    private final Settings settings;
    private final Play play;
    private final Progress progress;
    private boolean ended;

    /**
     * @param settings of the run that is to be prepared
     */
    Rehearsal(Settings settings, Play play, Progress progress) {
        this.settings = settings.rehearsal();
        this.play = play;
        this.progress = progress;
    }

    /** Whether the next start would lack a cache. */
    static boolean isWanted(Settings settings) {
        return applications(settings).stream().anyMatch(one -> !Files.exists(one.cache()));
    }

    /**
     * Puts the caches in place for the next start.
     *
     * @throws Trouble when that did not succeed; what was there before stays
     */
    void perform() {
        Preflight preflight = new Preflight(settings);
        preflight.checkFolder();
        preflight.checkMemory();
        RunLock lock = new RunLock(settings);
        if (!lock.take(settings)) {
            throw new Trouble("quicker starts are being prepared already", "wait for that");
        }
        new Leftovers(settings).end();
        remove(List.of("run"));
        LocalRun run = new LocalRun(settings, null, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(run, lock), "end"));
        try {
            run.start();
            play.perform(settings, new Secrets(settings.data()));
            long since = System.nanoTime();
            run.services().forEach(service -> service.stop(TIME_TO_WRITE));
            applications(settings).forEach(Application::adoptDraft);
            progress.done("caches", "written", since);
        } finally {
            end(run, lock);
        }
    }

    private static List<Application> applications(Settings settings) {
        return Service.modules().stream().map(module -> new Application(settings, module)).toList();
    }

    /**
     * The logs tell why, when it did not succeed. Once the lock is let go of, the folder belongs to
     * the next rehearsal; so that is last, and nothing happens when this is called again.
     */
    private synchronized void end(LocalRun run, RunLock lock) {
        if (ended) {
            return;
        }
        ended = true;
        try {
            run.abandon();
            remove(List.of("run", "log"));
        } finally {
            lock.release(settings);
        }
    }

    private void remove(List<String> allBut) {
        applications(settings).forEach(Application::dropDraft);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(settings.data())) {
            for (Path part : parts) {
                if (!allBut.contains(part.getFileName().toString())) {
                    PostgresBinaries.delete(part);
                }
            }
        } catch (IOException e) {
            throw new Trouble(settings.data() + " cannot be removed", "remove it by hand", e);
        }
    }
}
