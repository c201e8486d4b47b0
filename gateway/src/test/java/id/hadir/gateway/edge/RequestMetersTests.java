package id.hadir.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the gateway's requests look like on the management port. */
class RequestMetersTests extends GatewayTest {

    private static final String COUNT = "hadir_gateway_requests_seconds_count";

    @Test
    void requestsAreCountedByRouteStatusAndTime() {
        http.get().uri("/api/events/abc/registrations").exchange().expectStatus().isOk();

        String series = "{route=\"attendance\",status=\"200\"";
        assertThat(value(COUNT + series + "}")).isPositive();
        assertThat(value("hadir_gateway_requests_seconds_sum" + series + "}")).isPositive();
        assertThat(value("hadir_gateway_requests_seconds_bucket" + series + ",le=\"10.0\"}"))
                .isPositive();
    }

    @Test
    void whatTheGatewayAnswersItselfHasNoRoute() {
        double before = value(COUNT + "{route=\"none\",status=\"404\"}");
        http.get().uri("/feeds/events").exchange().expectStatus().isNotFound();

        assertThat(value(COUNT + "{route=\"none\",status=\"404\"}")).isEqualTo(before + 1);
    }

    @Test
    void pathsAndCallersMakeNoSeriesOfTheirOwn() {
        http.get().uri("/tiket/0000").exchange().expectStatus().isOk();
        List<String> before = series();
        for (int i = 1; i < 30; i++) {
            http.get()
                    .uri("/tiket/000" + i + "?dari=" + i)
                    .header("User-Agent", "phone-" + i)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        assertThat(series()).isEqualTo(before);
    }

    /** Each of them would be paid for by every request. */
    @Test
    void nothingElseMeasuresTheSameRequests() {
        http.get().uri("/api/events").exchange().expectStatus().isOk();

        assertThat(scrape())
                .doesNotContain("http_server_requests")
                .doesNotContain("http_client_requests")
                .doesNotContain("spring_cloud_gateway_requests")
                .doesNotContain("spring_security");
    }

    private List<String> series() {
        return scrape().lines()
                .filter(line -> line.startsWith(COUNT))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }

    /** Zero for a series that is not there. */
    private double value(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    private String scrape() {
        return Objects.requireNonNull(
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + managementPort)
                        .responseTimeout(Duration.ofSeconds(30))
                        .build()
                        .get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
