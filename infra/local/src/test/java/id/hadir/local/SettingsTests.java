package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {

    private static final Path PROJECT = Path.of("/srv/hadir");
    private static final Map<String, String> TLS =
            Map.of(
                    "HADIR_TLS_CERTIFICATE", "/a.pem",
                    "HADIR_TLS_KEY", "/b.pem",
                    "HADIR_HTTP_PORT", "8081");

    @Test
    void dataStayInTheProjectUnlessToldOtherwise() {
        assertThat(Settings.from(Map.of(), PROJECT).data())
                .isEqualTo(Path.of("/srv/hadir/infra/var"));
        assertThat(Settings.from(Map.of("HADIR_DATA", "/data"), PROJECT).data())
                .isEqualTo(Path.of("/data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65536", "", "-1"})
    void noPortIsToldWithTheSettingThatItCameFrom(String value) {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Settings.from(Map.of("HADIR_PORT", value), PROJECT))
                .withMessageStartingWith("HADIR_PORT=" + value + " is no port");
    }

    @Test
    void helpNamesThePortsThatHold() {
        Settings.Ports ports = Settings.from(Map.of(), PROJECT).ports();
        List<String> named =
                Pattern.compile("HADIR_\\w*PORT +(\\d+)")
                        .matcher(Settings.HELP)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList();
        assertThat(named)
                .containsExactly(
                        "" + ports.gateway(),
                        "" + ports.events(),
                        "" + ports.attendance(),
                        "" + ports.materials(),
                        "" + ports.management(),
                        "" + ports.postgres());
    }

    @Test
    void aRehearsalSharesTheProgramsAndNothingElse() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "HADIR_PUBLIC_URL", "https://hadir.example.go.id",
                                "HADIR_ADMIN_PASSWORD", "a password",
                                "HADIR_HEAP", "1g",
                                "HADIR_DATABASE_URL", "postgresql://a:b@real/",
                                "HADIR_OIDC_LOCAL_ACCOUNTS", "false",
                                "SPRING_R2DBC_URL", "r2dbc:postgresql://real/hadir_events",
                                "SPRING_FLYWAY_URL", "jdbc:postgresql://real/hadir_events",
                                "spring.datasource.url", "jdbc:postgresql://real/hadir_events",
                                "SPRING_APPLICATION_JSON", "{}",
                                "LOGGING_FILE_NAME", "/var/log/hadir.log"),
                        PROJECT);
        Settings rehearsal = settings.rehearsal();
        assertThat(rehearsal.home()).isEqualTo(settings.home());
        assertThat(rehearsal.data()).isEqualTo(Path.of("/srv/hadir/infra/var/rehearsal"));
        assertThat(rehearsal.environment()).isEqualTo(Map.of("HADIR_HEAP", "1g"));
        assertThat(rehearsal.address()).isEqualTo("127.0.0.1");
        assertThat(rehearsal.ports()).isNotEqualTo(settings.ports());
    }

    @Test
    void aRehearsalIsNotServedByTheCertificateOfTheSite() {
        Settings settings = Settings.from(TLS, PROJECT);
        assertThat(settings.url()).isEqualTo("https://localhost:8080");
        assertThat(settings.plainPort()).hasValue(8081);
        assertThat(settings.rehearsal().url()).startsWith("http://localhost:");
        assertThat(settings.rehearsal().plainPort()).isEmpty();
    }

    @Test
    void halfOfWhatTlsNeedsIsTold() {
        for (String alone : List.of("HADIR_TLS_CERTIFICATE", "HADIR_TLS_KEY")) {
            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> Settings.from(Map.of(alone, "/a.pem"), PROJECT).tls())
                    .withMessageContaining("belong together");
        }
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(
                        () -> Settings.from(Map.of("HADIR_HTTP_PORT", "80"), PROJECT).plainPort())
                .withMessageStartingWith("HADIR_HTTP_PORT redirects to https, and there is none");
    }

    @Test
    void databaseIsNamedByTheEnvironmentOrAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("url"), "postgresql://a:b@c/\n");
        assertThat(Settings.from(Map.of(), PROJECT).databaseUrl()).isEmpty();
        assertThat(Settings.from(Map.of("HADIR_DATABASE_URL", "x"), PROJECT).databaseUrl())
                .contains("x");
        assertThat(
                        Settings.from(Map.of("HADIR_DATABASE_URL_FILE", "" + file), PROJECT)
                                .databaseUrl())
                .contains("postgresql://a:b@c/");
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(
                        () ->
                                Settings.from(Map.of("HADIR_DATABASE_URL_FILE", "/none"), PROJECT)
                                        .databaseUrl());
    }

    @Test
    void heapIsTheServicesOwnUnlessTold() {
        Settings untold = Settings.from(Map.of(), PROJECT);
        assertThat(VirtualMachine.options(untold, "gateway")).contains("-Xmx112m");
        assertThat(VirtualMachine.options(untold, "materials-service")).contains("-Xmx192m");
        Settings told = Settings.from(Map.of("HADIR_HEAP", "1g"), PROJECT);
        for (String module : Service.modules()) {
            assertThat(VirtualMachine.options(told, module))
                    .as(module)
                    .contains("-Xmx1g")
                    .doesNotContain("-Xmx112m", "-Xmx192m");
        }
    }

    @Test
    void argumentsAreReadInAnyOrder() {
        assertThat(Command.parse(List.of("--database", "postgresql://a:b@c/", "--demo")))
                .isEqualTo(new Command(Command.Action.START, true, "postgresql://a:b@c/"));
        assertThat(Command.parse(List.of("--stop")).action()).isEqualTo(Command.Action.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--databse", "--database", "start"})
    void unknownOrUnfinishedArgumentIsRefused(String argument) {
        assertThatExceptionOfType(Trouble.class).isThrownBy(() -> Command.parse(List.of(argument)));
    }
}
