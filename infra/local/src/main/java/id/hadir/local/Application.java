package id.hadir.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service's program. The jar that the build makes holds its libraries inside, which is slow to
 * start: it is laid out once as plain jars, beside a cache of its loaded classes ({@link
 * StartCache}).
 */
record Application(Settings settings, String module) {

    Path jar() {
        return settings.project()
                .resolve(module)
                .resolve("target")
                .resolve(module + "-0.1.0-SNAPSHOT.jar");
    }

    Path cache() {
        return folder().resolve("classes.aot");
    }

    /** Lays the jar out again when it is not the one that was laid out last. */
    void layOutUnlessDone() {
        Path stamp = folder().resolve("laid-out");
        try {
            String wanted = Files.getLastModifiedTime(jar()) + " " + Files.size(jar());
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                return;
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

    /** The command that runs it, without the cache of classes. */
    List<String> command(List<String> virtualMachineOptions) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xmx" + settings.heap()));
        command.addAll(virtualMachineOptions);
        command.addAll(List.of("-jar", folder().resolve(jar().getFileName()).toString()));
        return command;
    }

    private void layOut() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                java(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djarmode=tools",
                                "-jar",
                                jar().toString(),
                                "extract",
                                "--destination",
                                folder().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(settings.log(module).toFile())
                        .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("see " + settings.log(module));
        }
    }

    private Path folder() {
        return settings.data().resolve("programs").resolve(module);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
