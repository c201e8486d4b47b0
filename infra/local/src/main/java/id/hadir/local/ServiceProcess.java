package id.hadir.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A service as a process of its own, with its log and its pid file. */
final class ServiceProcess {

    private static final long LONG_LOG_BYTES = 10L << 20;
    private static final int HEAD_OF_LOG = 64 << 10;

    private final Service service;
    private final Settings settings;
    private final Application application;
    private @Nullable Process process;
    private int starts;
    private long logBefore;

    ServiceProcess(Service service, Settings settings) {
        this.service = service;
        this.settings = settings;
        this.application = new Application(settings, service.module());
    }

    String name() {
        return service.module();
    }

    int port() {
        return service.port();
    }

    Path log() {
        return settings.log(name());
    }

    void start() {
        ProcessBuilder builder = new ProcessBuilder(application.command());
        builder.directory(settings.data().toFile());
        builder.environment().clear();
        builder.environment().putAll(Inherited.byService(name(), settings.environment()));
        builder.environment().putAll(VirtualMachine.environment());
        builder.environment().putAll(service.environment());
        builder.redirectErrorStream(true);
        builder.redirectInput(new java.io.File("/dev/null"));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            Files.createDirectories(log().getParent());
            putAsideLongLog();
            logBefore = Files.exists(log()) ? Files.size(log()) : 0;
            Process started = builder.start();
            process = started;
            starts++;
            pidFile().write(started.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often it has been started. */
    int starts() {
        return starts;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return process == null ? 0 : process.pid();
    }

    int exitValue() {
        return process == null ? 0 : process.exitValue();
    }

    Health health() {
        return Health.ask(service.managementPort());
    }

    /**
     * Whether the virtual machine did not take the cache that the latest start gave it: it then
     * starts without, tells so in the log, and is as slow as ever.
     */
    private boolean hasRefusedCache() {
        try (FileChannel channel = FileChannel.open(log())) {
            channel.position(logBefore);
            String head =
                    new String(
                            Channels.newInputStream(channel).readNBytes(HEAD_OF_LOG),
                            StandardCharsets.UTF_8);
            return head.contains("processing the AOT cache");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It would be refused at every start; without it the next one is trained. */
    boolean dropRefusedCache() {
        boolean isRefused = hasRefusedCache();
        if (isRefused) {
            application.dropCache();
        }
        return isRefused;
    }

    void stop() {
        stop(PidFile.TIME_TO_STOP);
    }

    void stop(Duration patience) {
        if (process != null && process.isAlive()) {
            PidFile.end(process.toHandle(), patience);
        }
        pidFile().delete();
    }

    /** Ends it at once, also while another virtual machine writes the cache for it. */
    void kill() {
        if (process != null) {
            PidFile.kill(process.toHandle());
        }
    }

    private void putAsideLongLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LONG_LOG_BYTES) {
            Path aside = log().resolveSibling(log().getFileName() + ".1");
            Files.move(log(), aside, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private PidFile pidFile() {
        return PidFile.of(settings, name());
    }
}
