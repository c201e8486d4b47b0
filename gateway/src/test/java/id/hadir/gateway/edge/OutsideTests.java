package id.hadir.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is between the services is not reached from outside, however the path is written. */
class OutsideTests extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds",
                "/feeds/events",
                "/feeds/events?consumer=x&after=0-0",
                "/Feeds/events",
                "/%66eeds/events",
                "/feeds%2fevents",
                "//feeds/events",
                "/./feeds/events",
                "/feeds;x=1/events",
                "/feeds/events;x=1",
                "/;/feeds/events",
                "/api/../feeds/events",
                "/api/./../feeds/events",
                "/api/..%2ffeeds/events",
                "/api/..%2Ffeeds%2Fevents",
                "/api/%2e%2e/feeds/events",
                "/api/%2e%2e%2ffeeds/events",
                "/api/%252e%252e/feeds/events",
                "/api/..%5cfeeds%5cevents",
                "/api/..\\feeds\\events",
                "/api/..;/feeds/events",
                "/api;/../feeds/events",
                "/api/events/..%00/feeds",
                "/panitia/../feeds/registrations",
                "/tiket/../feeds/registrations",
                "/materi/../feeds/events",
                "/aset/events/../../feeds/events",
                "/aset/attendance/..%2f..%2ffeeds/registrations",
                "http://127.0.0.1:8081/feeds/events",
                "/actuator",
                "/actuator/health",
                "/actuator/jwks",
                "/actuator/prometheus",
                "/actuator/gateway/routes",
                "/api/../actuator/jwks",
                "/api/%2e%2e/actuator/env",
                "/materi/..;/actuator/heapdump",
                "/kegiatan/..%2f..%2factuator/jwks",
                "/jwks",
                "/.well-known/jwks.json"
            })
    void neitherFeedsNorKeysNorMetricsAreReachable(String target) throws IOException {
        for (String method : new String[] {"GET", "HEAD", "POST", "OPTIONS"}) {
            int before = received();
            String answer = send(method, target);
            assertThat(answer)
                    .as(method)
                    .matches("(?s)HTTP/1\\.1 4\\d\\d .*")
                    .doesNotContain("\"keys\"", "\"service\"", "specversion", "jvm_");
            assertThat(received()).as("requests that a service saw").isEqualTo(before);
        }
    }

    private static int received() {
        return EVENTS.count() + ATTENDANCE.count() + MATERIALS.count();
    }

    /** A client library would tidy the path up. */
    private String send(String method, String target) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            (method
                                            + " "
                                            + target
                                            + " HTTP/1.1\r\nHost: hadir\r\n"
                                            + "X-Feed-Key: a-feed-key-for-tests-only\r\n"
                                            + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
