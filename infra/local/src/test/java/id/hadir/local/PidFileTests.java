package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTests {

    @TempDir Path folder;

    @Test
    void findsAndEndsTheProcessThatWasWrittenDown() throws IOException {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        PidFile file = new PidFile(folder.resolve("run/sleeper.pid"));
        file.write(sleeper.toHandle());
        assertThat(file.alive().map(ProcessHandle::pid)).contains(sleeper.pid());
        assertThat(file.endIfAlive()).isTrue();
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(file.path()).doesNotExist();
        assertThat(file.endIfAlive()).isFalse();
    }

    @Test
    void leavesAnotherProcessAloneThatHasTheSameNumber() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        PidFile file = new PidFile(folder.resolve("stranger.pid"));
        long anHourAgo = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
        Files.writeString(file.path(), stranger.pid() + " " + anHourAgo);
        assertThat(file.endIfAlive()).isFalse();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void endsAProcessThatDoesNotListen() throws IOException {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo; sleep 60").start();
        assertThat(deaf.getInputStream().read()).isEqualTo('\n');
        PidFile.end(deaf.toHandle(), Duration.ofMillis(300));
        assertThat(deaf.isAlive()).isFalse();
    }

    @Test
    void unreadableFileMeansNoProcess() throws IOException {
        PidFile file = new PidFile(folder.resolve("broken.pid"));
        Files.writeString(file.path(), "12 x");
        assertThat(file.alive()).isEmpty();
        Files.writeString(file.path(), "");
        assertThat(file.alive()).isEmpty();
    }
}
