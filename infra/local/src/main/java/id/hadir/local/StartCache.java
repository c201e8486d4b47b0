package id.hadir.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes each service's cache of loaded and linked classes, which saves about half of the work of a
 * start. It is made once after each build, behind the running system and at the lowest priority:
 * the service is started up to the point where it would open its port, and ends there.
 */
final class StartCache {

    private final Settings settings;
    private @Nullable Process training;
    private boolean stopped;

    StartCache(Settings settings) {
        this.settings = settings;
    }

    void makeWhereMissing(List<Service> services) {
        if (settings.environment().getOrDefault("HADIR_START_CACHE", "on").equals("off")) {
            return;
        }
        Thread.ofPlatform().daemon().name("start-cache").start(() -> services.forEach(this::make));
    }

    synchronized void stop() {
        stopped = true;
        if (training != null) {
            training.descendants().forEach(ProcessHandle::destroyForcibly);
            training.destroyForcibly();
        }
    }

    private void make(Service service) {
        Application application = new Application(settings, service.module());
        Path cache = application.cache();
        Path draft = cache.resolveSibling("classes.new");
        if (Files.exists(cache)) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(
                application.command(
                        List.of("-XX:AOTCacheOutput=" + draft, "-Dspring.context.exit=onRefresh")));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(settings.data().toFile());
        builder.environment().putAll(service.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(settings.log("start-cache").toFile());
        try {
            Process process = startUnlessStopped(builder);
            if (process != null && process.waitFor() == 0 && Files.exists(draft)) {
                Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // the service starts without it, only slower; the reason stands in the log
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Process startUnlessStopped(ProcessBuilder builder)
            throws IOException {
        training = stopped ? null : builder.start();
        return training;
    }
}
