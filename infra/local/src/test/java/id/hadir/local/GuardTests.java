package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTests {

    @ParameterizedTest
    @CsvSource({"TERM, 143", "KILL, 137"})
    void endsWhatAKilledLauncherHasStarted(Guard.Signal signal, int exitValue) throws Exception {
        Process service = new ProcessBuilder("sleep", "600").start();
        Process launcher = launcher(signal, service.pid());
        launcher.destroyForcibly();
        assertThat(service.waitFor()).isEqualTo(exitValue);
    }

    private static Process launcher(Guard.Signal signal, long service) throws IOException {
        Process launcher =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launching.class.getName(),
                                signal.name(),
                                String.valueOf(service))
                        .start();
        assertThat(launcher.getInputStream().read()).isEqualTo('\n');
        return launcher;
    }

    /** Has a process guarded, tells so with a line, and goes on until it is killed. */
    static final class Launching {

        private Launching() {}

        public static void main(String[] arguments) throws InterruptedException {
            Guard guard = new Guard(Guard.Signal.valueOf(arguments[0]));
            guard.watch(List.of(Long.parseLong(arguments[1])));
            System.out.println();
            Thread.currentThread().join();
        }
    }
}
