package id.hadir.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service as a process of its own, with its log and its pid file. */
final class ServiceProcess {

    private static final long LONG_LOG_BYTES = 10L << 20;

    private final Service service;
    private final Settings settings;
    private final Application application;
    private @Nullable Process process;
    private int starts;

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
        List<String> cache =
                Files.exists(application.cache())
                        ? List.of("-XX:AOTCache=" + application.cache())
                        : List.of();
        ProcessBuilder builder = new ProcessBuilder(application.command(cache));
        builder.directory(settings.data().toFile());
        builder.environment().remove("HADIR_ADMIN_PASSWORD");
        builder.environment().putAll(service.environment());
        builder.redirectErrorStream(true);
        builder.redirectInput(new java.io.File("/dev/null"));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            Files.createDirectories(log().getParent());
            putAsideLongLog();
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

    void stop() {
        if (process != null && process.isAlive()) {
            PidFile.end(process.toHandle(), PidFile.TIME_TO_STOP);
        }
        pidFile().delete();
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
