package id.hadir.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import id.hadir.gateway.Upstream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthApiTests extends GatewayTest {

    @BeforeEach
    void recover() throws InterruptedException {
        all().forEach(service -> service.health("UP"));
        waitUntilForgotten();
    }

    @Test
    void upAndNoMore() {
        status(200, "{\"status\":\"up\"}");
    }

    @Test
    void oneServiceThatCatchesUpDegradesTheSystem() {
        ATTENDANCE.health("CATCHING_UP");
        status(200, "{\"status\":\"degraded\"}");
    }

    @Test
    void servicesThatAreBehindStillServe() {
        EVENTS.health("DOWN");
        ATTENDANCE.health("BEHIND");
        MATERIALS.health("BEHIND");
        status(200, "{\"status\":\"degraded\"}");
    }

    @Test
    void downWhenNoServiceWorks() {
        all().forEach(service -> service.health("DOWN"));
        status(503, "{\"status\":\"down\"}");
    }

    @Test
    void servicesAreAskedOnceASecondHoweverManyAsk() {
        int before = EVENTS.count();
        for (int i = 0; i < 10; i++) {
            status(200, "{\"status\":\"up\"}");
        }
        assertThat(EVENTS.count() - before).isBetween(1, 2);
    }

    @Test
    void withoutItsOwnDatabaseTheGatewayIsDegraded() {
        assertThat(SystemHealth.judge(Collections.nCopies(3, SystemHealth.Status.UP), false))
                .isEqualTo(SystemHealth.Status.DEGRADED);
    }

    private void status(int status, String body) {
        http.get()
                .uri("/health")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .isEqualTo(body);
    }

    private static List<Upstream> all() {
        return List.of(EVENTS, ATTENDANCE, MATERIALS);
    }

    private static void waitUntilForgotten() throws InterruptedException {
        Thread.sleep(1100);
    }
}
