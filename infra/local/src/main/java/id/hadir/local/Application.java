package id.hadir.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service's program. The jar that the build makes holds its libraries inside, which is slow to
 * start: it is laid out once as plain jars, beside the cache that a {@link Rehearsal} trains.
 */
record Application(Settings settings, String module) {

    private static final String PREFIX = "trained-";
    private static final String SUFFIX = ".aot";

    Path jar() {
        return settings.project()
                .resolve(module)
                .resolve("target")
                .resolve(module + "-0.1.0-SNAPSHOT.jar");
    }

    /**
     * Where the cache of this build stands, or will stand. The virtual machine refuses one that was
     * trained by another one or with other options, so its name tells these.
     */
    Path cache() {
        List<String> trainedBy = new ArrayList<>(options());
        trainedBy.add(System.getProperty("java.vm.version"));
        return folder().resolve(PREFIX + Integer.toHexString(trainedBy.hashCode()) + SUFFIX);
    }

    /** Where it is written while it is not known to be whole. */
    Path draft() {
        return folder().resolve(PREFIX + "new");
    }

    /** Lays the jar out again when it is not the one that was laid out last. */
    void layOutUnlessDone() {
        Path stamp = folder().resolve("laid-out");
        try {
            String wanted = Files.getLastModifiedTime(jar()) + " " + Files.size(jar());
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                return;
            }
            if (settings.isRehearsal()) {
                throw new Trouble(module + " was built anew meanwhile", "start again");
            }
            PostgresBinaries.delete(folder());
            Files.createDirectories(folder().getParent());
            layOut();
            Files.writeString(stamp, wanted);
        } catch (IOException e) {
            throw new Trouble(
                    module + " could not be laid out under " + folder(),
                    "look for space and write permission there (" + e.getMessage() + ")",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(module + " was interrupted", "start again", e);
        }
    }

    /**
     * The command that runs it, with its cache where there is one; in a rehearsal it is trained.
     */
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options());
        if (settings.isRehearsal()) {
            command.addAll(List.of("-XX:AOTCacheOutput=" + draft(), "-Xlog:aot*=error"));
        } else if (Files.exists(cache())) {
            command.add("-XX:AOTCache=" + cache());
        }
        command.addAll(List.of("-jar", laidOut().toString()));
        return command;
    }

    /**
     * Puts the trained cache in place for the next start, instead of those for other options.
     *
     * @throws Trouble when the virtual machine does not take it
     */
    void adoptDraft() {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options());
        command.addAll(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + draft()));
        command.addAll(List.of("-cp", laidOut().toString(), "-version"));
        try {
            run(command, settings.log("start-cache-check"));
            try (DirectoryStream<Path> old =
                    Files.newDirectoryStream(folder(), PREFIX + "*" + SUFFIX)) {
                for (Path cache : old) {
                    Files.delete(cache);
                }
            }
            Files.move(draft(), cache(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            dropDraft();
            throw new Trouble(
                    module + " has not written a cache that can be used",
                    String.valueOf(e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(module + " was interrupted", "start again", e);
        }
    }

    void dropDraft() {
        delete(draft());
        delete(draft().resolveSibling(draft().getFileName() + ".config"));
    }

    void dropCache() {
        delete(cache());
    }

    private List<String> options() {
        return VirtualMachine.options(settings, module);
    }

    private void layOut() throws IOException, InterruptedException {
        run(
                List.of(
                        java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar().toString(),
                        "extract",
                        "--destination",
                        folder().toString()),
                settings.log(module));
    }

    private static void run(List<String> command, Path log)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("see " + log);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path laidOut() {
        return folder().resolve(jar().getFileName());
    }

    private Path folder() {
        return settings.home().resolve("programs").resolve(module);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
