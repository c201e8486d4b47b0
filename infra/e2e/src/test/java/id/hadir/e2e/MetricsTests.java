package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus, with the project's settings and alert rules, scrapes the running system. It is
 * the program HADIR_PROMETHEUS, which infra/verify finds or fetches; without it this is skipped.
 */
class MetricsTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final RunningSystem SYSTEM = RunningSystem.get();

    @TempDir private static Path folder;

    private static Process prometheus;
    private static int port;
    private static Rakor rakor;

    @BeforeAll
    static void start() throws IOException {
        String program = System.getenv("HADIR_PROMETHEUS");
        assumeTrue(
                program != null && !program.isEmpty(),
                "HADIR_PROMETHEUS names no Prometheus: nothing scrapes the metrics");
        rakor = Rakor.make(Rakor.Agency.make(), 10);
        port = RunningSystem.freePort();
        Path settings = RunningSystem.file("infra/prometheus/prometheus.yml");
        String ours =
                Files.readString(settings).replace("scrape_interval: 5s", "scrape_interval: 1s");
        ours = ours.replace("scrape_timeout: 4s", "scrape_timeout: 1s");
        for (int i = 0; i < 4; i++) {
            ours = ours.replace("127.0.0.1:908" + i, "127.0.0.1:" + SYSTEM.managementPort(i));
        }
        Files.writeString(folder.resolve("prometheus.yml"), ours);
        Files.copy(settings.resolveSibling("hadir.rules.yml"), folder.resolve("hadir.rules.yml"));
        prometheus =
                new ProcessBuilder(
                                program,
                                "--config.file=" + folder.resolve("prometheus.yml"),
                                "--storage.tsdb.path=" + folder.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        await("Prometheus to see all four", "count(up{job=\"hadir\"} == 1) == 4");
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.destroy();
            prometheus.onExit().join();
        }
    }

    @Test
    void aRegistrationArrivesInPrometheus() {
        RunningSystem.await("a place at the event", PATIENCE, () -> register() == 201);

        await(
                "the registration",
                "sum(hadir_registration_seconds_count{outcome=\"confirmed\"}) > 0");
        await(
                "its way through the gateway",
                "hadir_gateway_requests_seconds_count{route=\"attendance\",status=\"201\"} > 0");
        await("the alerts' own series", "hadir:registrations:rate1m > 0");
    }

    /** Refused until the event and its invitations have come to attendance-service. */
    private static int register() {
        return Api.asAnyone()
                .post(
                        "/api/events/" + rakor.id() + "/registrations",
                        Map.of(
                                "unitId",
                                Rakor.unit("Baros"),
                                "attendee",
                                Map.of("name", "Siti Rahayu"),
                                "noticeAccepted",
                                true))
                .status();
    }

    @Test
    void everyMetricOfTheDashboardIsThere() throws IOException {
        JsonNode dashboard =
                JsonMapper.shared()
                        .readTree(Files.readString(RunningSystem.file("infra/grafana/hadir.json")));
        assertThat(dashboard.findValuesAsString("expr").stream().flatMap(MetricsTests::metrics))
                .isNotEmpty()
                .allSatisfy(metric -> await(metric, "count(" + metric + ") > 0"));
    }

    private static Stream<String> metrics(String expression) {
        return Pattern.compile("(hadir_|r2dbc_|process_)[a-z0-9_]+")
                .matcher(expression)
                .results()
                .map(MatchResult::group)
                .distinct();
    }

    private static void await(String what, String query) {
        RunningSystem.await(what, PATIENCE, () -> holds(query));
    }

    /** Whether the query has an answer by now. */
    private static boolean holds(String query) {
        URI uri =
                URI.create(
                        "http://127.0.0.1:%d/api/v1/query?query=%s"
                                .formatted(port, URLEncoder.encode(query, StandardCharsets.UTF_8)));
        try {
            String answer =
                    HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
            return !JsonMapper.shared().readTree(answer).path("data").path("result").isEmpty();
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
