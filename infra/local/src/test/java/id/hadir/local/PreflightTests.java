package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTests {

    @TempDir Path project;

    /** Also what an earlier release has left open. */
    @Test
    void logsAndFilesAreTheirOwnersAlone() throws IOException {
        Settings settings = Settings.from(Map.of(), project);
        Path log = Files.createDirectories(settings.data().resolve("log"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rwxr-xr-x"));

        new Preflight(settings).checkFolder();

        for (String folder : new String[] {"log", "run", "materials", "postgresql"}) {
            assertThat(Files.getPosixFilePermissions(settings.data().resolve(folder)))
                    .as(folder)
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }
}
