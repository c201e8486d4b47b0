package id.hadir.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers one process across runs: its id and when it began, since ids are used again. */
record PidFile(Path path) {

    /** The kernel tells the start in ticks after a boot time that may be corrected meanwhile. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(5);

    static final Duration TIME_TO_STOP = Duration.ofSeconds(15);

    static PidFile of(Settings settings, String part) {
        return new PidFile(settings.data().resolve("run").resolve(part + ".pid"));
    }

    void write(ProcessHandle process) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, process.pid() + " " + began(process).toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, when it still runs and is the one that was written down. */
    Optional<ProcessHandle> alive() {
        try {
            String[] words = Files.readString(path).strip().split(" ");
            if (words.length != 2) {
                return Optional.empty();
            }
            Instant began = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> isNear(began(found), began));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends what an earlier, killed run has left; true when there was something. */
    boolean endIfAlive() {
        Optional<ProcessHandle> leftover = alive();
        leftover.ifPresent(process -> end(process, TIME_TO_STOP));
        delete();
        return leftover.isPresent();
    }

    /** The same at once, with what the process has started. */
    boolean killIfAlive() {
        Optional<ProcessHandle> leftover = alive();
        leftover.ifPresent(PidFile::kill);
        delete();
        return leftover.isPresent();
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the process to end, and ends it when it has not done so in time. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static void kill(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private static boolean isNear(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(CLOCK_CORRECTION) <= 0;
    }

    private static Instant began(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
