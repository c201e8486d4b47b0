package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Keycloak from its distribution, with the realm of the tests, in memory alone. */
final class Keycloak implements AutoCloseable {

    static final String PASSWORD = "tujuh belas agustus";

    private static final String SECRET = "a secret of the tests";
    private static final String ADMIN = "admin-of-the-tests";
    private static final Path TARGET = RunningSystem.file("infra/e2e/target/keycloak");
    private static final Duration TIME_TO_START = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final Process process;

    private Keycloak(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** How a gateway knows it. */
    static Map<String, String> settings(int port) {
        return Map.of(
                "HADIR_OIDC_ISSUER", url(port) + "/realms/hadir",
                "HADIR_OIDC_CLIENT_ID", "hadir",
                "HADIR_OIDC_CLIENT_SECRET", SECRET,
                "HADIR_OIDC_ROLES_OFFICIAL", "hadir-official",
                "HADIR_OIDC_ROLES_ORGANISER", "hadir-organiser");
    }

    static Keycloak start() {
        RunningSystem system = RunningSystem.get();
        int port = system.keycloakPort();
        Keycloak keycloak = new Keycloak(port, launch(port, system.url()));
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
        RunningSystem.await("Keycloak to be ready", TIME_TO_START, keycloak::isReady);
        return keycloak;
    }

    private static Process launch(int port, String hadir) {
        try {
            Path home = home();
            Path realm = home.resolve("data/import/hadir-realm.json");
            Files.createDirectories(realm.getParent());
            try (var resource = Keycloak.class.getResourceAsStream("/keycloak/hadir-realm.json")) {
                Files.copy(
                        Objects.requireNonNull(resource),
                        realm,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder =
                    new ProcessBuilder(
                            "sh",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--db=dev-mem",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port);
            builder.environment()
                    .putAll(
                            Map.of(
                                    "JAVA_HOME", System.getProperty("java.home"),
                                    "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
                                    "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                                    "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                                    "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN,
                                    "HADIR_URL", hadir,
                                    "HADIR_CLIENT_SECRET", SECRET));
            builder.redirectErrorStream(true);
            builder.redirectOutput(TARGET.resolve("keycloak.log").toFile());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Maven has unpacked it. */
    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(TARGET)) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak did not start: see " + TARGET + "/keycloak.log");
        }
        try {
            return send(request("/realms/hadir/.well-known/openid-configuration")).statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** As an administrator of the realm does on the page of a user: all of its sessions end. */
    void endSessionsOf(String username) {
        String token = adminToken();
        JsonNode users =
                body(
                        send(
                                request("/admin/realms/hadir/users?exact=true&username=" + username)
                                        .header("Authorization", "Bearer " + token)));
        String id = users.path(0).path("id").asString();
        HttpResponse<String> answer =
                send(
                        request("/admin/realms/hadir/users/" + id + "/logout")
                                .header("Authorization", "Bearer " + token)
                                .POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private String adminToken() {
        String form =
                "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN;
        return body(send(
                        request("/realms/master/protocol/openid-connect/token")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))))
                .path("access_token")
                .asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(port) + path)).timeout(Duration.ofSeconds(30));
    }

    private static JsonNode body(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        below.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
