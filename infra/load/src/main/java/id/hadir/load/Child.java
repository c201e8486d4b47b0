package id.hadir.load;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** A process of the benchmark's own, which ends with it at the latest. */
record Child(Process process, Path log) implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    static Child start(ProcessBuilder command, Path log) throws IOException {
        Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        return new Child(process, log);
    }

    void awaitPort(int port) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket _ = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("nothing answers on port " + port + ": see " + log);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
