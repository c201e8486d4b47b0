package id.hadir.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service's program. The jar that the build makes holds its libraries inside, which is slow to
 * start: it is laid out once as plain jars.
 */
record Application(Settings settings, String module) {

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Path jar() {
        return settings.project()
                .resolve(module)
                .resolve("target")
                .resolve(module + "-0.1.0-SNAPSHOT.jar");
    }

    /** Lays the jar out again when it is not the one that was laid out last. */
    void layOutUnlessDone() {
        Path built = jar();
        Path stamp = folder().resolve("laid-out");
        try {
            String wanted = Files.getLastModifiedTime(built) + " " + Files.size(built);
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                return;
            }
            PostgresBinaries.delete(folder());
            Files.createDirectories(folder().getParent());
            Process process =
                    new ProcessBuilder(
                                    java().toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-Djarmode=tools",
                                    "-jar",
                                    built.toString(),
                                    "extract",
                                    "--destination",
                                    folder().toString())
                            .redirectErrorStream(true)
                            .redirectOutput(settings.log(module).toFile())
                            .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("see " + settings.log(module));
            }
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

    List<String> arguments() {
        return List.of("-jar", folder().resolve(jar().getFileName()).toString());
    }

    private Path folder() {
        return settings.data().resolve("programs").resolve(module);
    }
}
