package id.hadir.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Rehearsal} behind the running system: in a process of its own at the lowest priority,
 * once after each build, when the machine has little to do. It ends with the system, however that
 * ends.
 */
final class Preparation {

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(15);

    private final Settings settings;
    private final Progress progress;
    private final Guard guard = new Guard(Guard.Signal.TERM);
    private @Nullable Process process;
    private boolean stopped;

    Preparation(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    void startWhereWanted() {
        boolean isOff =
                settings.environment().getOrDefault("HADIR_START_CACHE", "on").equals("off");
        if (!isOff && Rehearsal.isWanted(settings)) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                Lull.onThisMachine().await();
                                start();
                            });
        }
    }

    /** Asks it to end; {@link #awaitEnd} sees to it. */
    synchronized void stop() {
        stopped = true;
        if (process != null) {
            process.destroy();
        }
    }

    void awaitEnd() {
        if (process != null) {
            PidFile.end(process.toHandle(), TIME_TO_STOP);
        }
        guard.close();
    }

    private synchronized void start() {
        if (stopped) {
            return;
        }
        Path log = settings.log("start-cache");
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().keySet().removeAll(Settings.NOT_REHEARSED);
        builder.redirectErrorStream(true);
        builder.redirectInput(new java.io.File("/dev/null"));
        builder.redirectOutput(log.toFile());
        long since = System.nanoTime();
        try {
            Files.createDirectories(log.getParent());
            Process started = builder.start();
            process = started;
            guard.watch(List.of(started.pid()));
            started.onExit().thenAccept(ended -> tell(ended.exitValue(), since));
        } catch (IOException e) {
            progress.say("  quicker starts cannot be prepared (" + e.getMessage() + ")");
        }
    }

    private synchronized void tell(int exitValue, long since) {
        if (exitValue == 0) {
            progress.done("quicker starts", "prepared for the next one", since);
        } else if (!stopped) {
            progress.say(
                    "  quicker starts could not be prepared: see " + settings.log("start-cache"));
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dhadir.project=" + settings.project(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        Command.REHEARSE));
        return command;
    }
}
