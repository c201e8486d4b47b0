package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With services that are healthy at once, and with a real PostgreSQL. */
class RehearsalTests {

    private static final Progress SILENT =
            new Progress(new PrintStream(OutputStream.nullOutputStream()));

    private static final int KILLED = 128 + 9;

    @TempDir static Path project;
    private final Settings settings = Settings.from(Map.of(), project);

    @BeforeAll
    static void build() throws IOException {
        for (String module : Service.modules()) {
            StandInService.build(project, module);
        }
    }

    @BeforeEach
    void layOut() throws IOException {
        new Preflight(settings).checkFolder();
        for (Application application : applications()) {
            application.layOutUnlessDone();
            application.dropCache();
        }
    }

    @Test
    void nextStartTakesTheCachesThatItLeaves() throws IOException {
        List<Settings> played = new ArrayList<>();
        assertThat(Rehearsal.isWanted(settings)).isTrue();
        new Rehearsal(settings, (own, secrets) -> played.add(own), SILENT).perform();
        assertThat(Rehearsal.isWanted(settings)).isFalse();

        assertThat(played)
                .singleElement()
                .satisfies(
                        own -> {
                            assertThat(own.address()).isEqualTo("127.0.0.1");
                            assertThat(own.ports()).isNotEqualTo(settings.ports());
                        });
        assertThat(settings.data().resolve("postgresql/data")).doesNotExist();
        assertThat(namesIn(settings.data().resolve("rehearsal")))
                .containsExactlyInAnyOrder("run", "log");
        assertThat(refusesItsCache()).isFalse();
        truncate(applications().getFirst().cache());
        assertThat(refusesItsCache()).isTrue();
        assertThat(Rehearsal.isWanted(settings)).isTrue();
    }

    @Test
    void leavesWhatWasThereWhenItFails() throws IOException {
        List<Long> pids = new ArrayList<>();
        Rehearsal.Play failing =
                (own, secrets) -> {
                    for (String module : Service.modules()) {
                        pids.add(PidFile.of(own, module).alive().orElseThrow().pid());
                    }
                    throw new Trouble("the load failed", "look");
                };
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> new Rehearsal(settings, failing, SILENT).perform())
                .withMessage("the load failed: look");
        assertThat(Rehearsal.isWanted(settings)).isTrue();
        assertThat(pids).hasSize(4).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(namesIn(settings.data().resolve("rehearsal")))
                .containsExactlyInAnyOrder("run", "log");
        assertThat(namesIn(settings.data().resolve("programs/gateway")))
                .containsExactlyInAnyOrder("laid-out", "gateway-0.1.0-SNAPSHOT.jar");
    }

    @Test
    void endsWhatAKilledOneHasLeft() throws IOException {
        Process leftover = new ProcessBuilder("sleep", "600").start();
        Settings killed = settings.rehearsal();
        PidFile.of(killed, "gateway").write(leftover.toHandle());
        Files.createDirectories(killed.data().resolve("postgresql/data"));
        Files.createFile(killed.data().resolve("postgresql/data/PG_VERSION"));
        new Rehearsal(settings, (own, secrets) -> {}, SILENT).perform();
        assertThat(leftover.isAlive()).isFalse();
        assertThat(Rehearsal.isWanted(settings)).isFalse();
    }

    @Test
    void letsGoOfItsFolderOnlyWhenThatIsEmpty() throws IOException {
        List<CompletableFuture<Boolean>> found = new ArrayList<>();
        Rehearsal.Play failing =
                (own, secrets) -> {
                    found.add(
                            CompletableFuture.supplyAsync(
                                    () -> holdsDataWhenLetGo(own), Thread::startVirtualThread));
                    throw new Trouble("the load failed", "look");
                };
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> new Rehearsal(settings, failing, SILENT).perform());
        assertThat(found).singleElement().satisfies(one -> assertThat(one.join()).isFalse());
    }

    @Test
    void servicesGetTheEnvironmentOfTheRehearsalOnly() throws IOException {
        Map<String, String> environment =
                Map.of("HADIR_OTHER", "kept", "SPRING_R2DBC_URL", "r2dbc:postgresql://real/x");
        List<String> told = new ArrayList<>();
        Rehearsal.Play failing =
                (own, secrets) -> {
                    told.addAll(linesOf(own.log("gateway")));
                    throw new Trouble("enough was seen", "look");
                };
        Settings real = Settings.from(environment, project);
        PostgresBinaries.delete(settings.data().resolve("rehearsal"));
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> new Rehearsal(real, failing, SILENT).perform())
                .withMessageStartingWith("enough was seen");
        assertThat(told)
                .contains("set: HADIR_OTHER", "set: HADIR_DATABASE_HOST")
                .doesNotContain("set: SPRING_R2DBC_URL", "set: PATH");
    }

    @Test
    void endingTheRestOfAKilledRunEndsItsRehearsalToo() throws Exception {
        Settings killed = settings.rehearsal();
        Process rehearsal = new ProcessBuilder("sleep", "600").start();
        PidFile.of(killed, "launcher").write(rehearsal.toHandle());
        Process trained = writingItsCacheWhenAskedToEnd();
        PidFile.of(killed, "gateway").write(trained.toHandle());
        Process service = new ProcessBuilder("sleep", "600").start();
        PidFile.of(settings, "gateway").write(service.toHandle());

        assertThat(Leftovers.endAll(settings)).isEqualTo(2);

        assertThat(rehearsal.isAlive()).isFalse();
        assertThat(service.isAlive()).isFalse();
        assertThat(trained.waitFor()).isEqualTo(KILLED);
        assertThat(killed.data().resolve("secrets")).doesNotExist();
        assertThat(Leftovers.endAll(settings)).isZero();
    }

    @Test
    void otherMemoryWantsAnotherCache() {
        Settings larger = Settings.from(Map.of("HADIR_HEAP", "1g"), project);
        assertThat(new Application(larger, "gateway").cache())
                .isNotEqualTo(new Application(settings, "gateway").cache());
    }

    private static boolean holdsDataWhenLetGo(Settings rehearsal) {
        while (RunLock.holder(rehearsal).isPresent()) {
            LocalRun.pause(java.time.Duration.ofMillis(1));
        }
        return Files.exists(rehearsal.data().resolve("postgresql"));
    }

    private static Process writingItsCacheWhenAskedToEnd() throws IOException {
        String script = "trap 'exit 0' TERM; echo; while :; do sleep 1; done";
        Process process = new ProcessBuilder("sh", "-c", script).start();
        assertThat(process.getInputStream().read()).isEqualTo('\n');
        return process;
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean refusesItsCache() throws IOException {
        int port = Settings.Ports.free().management();
        Service service =
                new Service("gateway", 1, port, Map.of("MANAGEMENT_SERVER_PORT", "" + port));
        ServiceProcess process = new ServiceProcess(service, settings);
        process.start();
        try {
            while (process.isAlive() && process.health() != Health.HEALTHY) {
                LocalRun.pause(java.time.Duration.ofMillis(50));
            }
            assertThat(process.isAlive()).isTrue();
            return process.dropRefusedCache();
        } finally {
            process.stop();
        }
    }

    private List<Application> applications() {
        return Service.modules().stream().map(module -> new Application(settings, module)).toList();
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void truncate(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1000);
        }
    }
}
