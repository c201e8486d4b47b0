package id.hadir.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrowdTests {

    private static final int CREATED = 201;
    private static final Duration SHORTLY = Duration.ofMillis(300);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private HttpServer server;
    private Target target;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        target = new Target(server.getAddress(), "");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSteadyPaceIsKeptAndEveryRequestAnswered() {
        server.createContext("/", exchange -> answer(exchange, 201));
        Tally tally = run(4, new Pace.Steady(100, true), SHORTLY);
        assertThat(tally.answered()).isEqualTo(30);
        assertThat(tally.others()).isZero();
        assertThat(asked).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void waitingForAConnectionIsChargedToTheServer() {
        server.createContext(
                "/",
                exchange -> {
                    pause(300);
                    answer(exchange, 201);
                });
        Tally late = run(1, new Pace.Steady(10, true), Duration.ofMillis(600));
        assertThat(late.answered()).isEqualTo(6);
        assertThat(late.millis(100)).isGreaterThan(1_200);
        Tally leftOut = run(1, new Pace.Steady(10, false), Duration.ofMillis(600));
        assertThat(leftOut.answered()).isLessThan(6);
    }

    @Test
    void whoIsPoliteAsksAgainForTheSameAfterTheTimeThatWasTold() {
        server.createContext("/", exchange -> answer(exchange, asked.isEmpty() ? 503 : 201));
        Tally tally = run(1, new Pace.Polite(), Duration.ofMillis(2_500));
        assertThat(tally.count(503)).isOne();
        assertThat(asked.get(1)).isEqualTo(asked.get(0));
        assertThat(tally.millis(100)).isGreaterThan(1_000);
        assertThat(tally.refusedWithoutRetryAfter()).isZero();
    }

    @Test
    void aConnectionThatBreaksIsAFailureAndTheCallerComesBack() {
        server.createContext(
                "/",
                exchange -> {
                    if (asked.isEmpty()) {
                        asked.add("broken");
                        exchange.close();
                    } else {
                        answer(exchange, 201);
                    }
                });
        Tally tally = run(1, new Pace.Eager(), Duration.ofSeconds(1));
        assertThat(tally.count(Tally.FAILED)).isOne();
        assertThat(tally.answered()).isPositive();
    }

    private Tally run(int connections, Pace pace, Duration duration) {
        Supplier<byte[]> requests =
                () -> target.post("/" + numbers.getAndIncrement(), "text/plain", "x");
        return Crowd.run(target.server(), new Load(connections, pace, duration), requests, CREATED);
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        exchange.getRequestBody().readAllBytes();
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
