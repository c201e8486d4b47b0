package id.hadir.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run for a data folder. The operating system lets the lock go with the process, however that
 * ends, so there is no stale lock.
 */
final class RunLock {

    private final Path file;
    private @Nullable FileLock held;

    RunLock(Settings settings) {
        this.file = settings.data().resolve("run").resolve("lock");
    }

    /** The launcher that runs on this data folder. */
    static Optional<ProcessHandle> holder(Settings settings) {
        return pidFile(settings).alive();
    }

    boolean take(Settings settings) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.tryLock();
            if (held == null) {
                channel.close();
                return false;
            }
            pidFile(settings).write(ProcessHandle.current());
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new Trouble(file + " cannot be locked", "give it to the user who runs this", e);
        }
    }

    void release(Settings settings) {
        try {
            if (held != null) {
                pidFile(settings).delete();
                held.channel().close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PidFile pidFile(Settings settings) {
        return PidFile.of(settings, "launcher");
    }
}
