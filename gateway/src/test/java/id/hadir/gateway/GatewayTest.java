package id.hadir.gateway;

import id.hadir.kit.test.PostgresForTests;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole gateway on a real PostgreSQL, with stand-ins for the services. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {PostgresForTests.class, GatewayTest.Settings.class})
public abstract class GatewayTest {

    public static final String ADMIN_PASSWORD = "kata-sandi-admin-uji";
    public static final String PASSWORD = "tujuh belas agustus";

    protected static final Upstream EVENTS = new Upstream("events");
    protected static final Upstream ATTENDANCE = new Upstream("attendance");
    protected static final Upstream MATERIALS = new Upstream("materials");

    static class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "hadir.admin-password=" + ADMIN_PASSWORD,
                            service("events", EVENTS),
                            service("attendance", ATTENDANCE),
                            service("materials", MATERIALS),
                            "hadir.health.events=" + EVENTS.url() + "/actuator/health",
                            "hadir.health.attendance=" + ATTENDANCE.url() + "/actuator/health",
                            "hadir.health.materials=" + MATERIALS.url() + "/actuator/health")
                    .applyTo(context);
        }

        /** A test that sets {@code test.NAME} sends requests for that service elsewhere. */
        private static String service(String name, Upstream upstream) {
            return "hadir.services." + name + "=${test." + name + ":" + upstream.url() + "}";
        }
    }

    @Value("${local.server.port}")
    protected int port;

    @Value("${local.management.port}")
    protected int managementPort;

    @Autowired protected DatabaseClient database;
    protected WebTestClient http;

    @BeforeEach
    void connect() {
        http =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(Duration.ofSeconds(30))
                        .build();
    }

    protected String adminToken() {
        return tokenOf("admin", ADMIN_PASSWORD);
    }

    protected String tokenOf(String username, String password) {
        Map<?, ?> answer =
                http.post()
                        .uri("/api/tokens")
                        .bodyValue(Map.of("username", username, "password", password))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(Objects.requireNonNull(answer).get("token"));
    }

    /** A new account of that role, with {@link #PASSWORD}, of agency-1 and region 33.18. */
    protected String accountWithRole(String role) {
        String username = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        create(
                        Map.of(
                                "username",
                                username,
                                "password",
                                PASSWORD,
                                "name",
                                "Siti Rahayu",
                                "role",
                                role,
                                "agencyId",
                                "agency-1",
                                "regionCode",
                                "33.18"))
                .expectStatus()
                .isCreated();
        return username;
    }

    protected UUID idOf(String username) {
        return Objects.requireNonNull(
                database.sql("select id from account where username = :username")
                        .bind("username", username)
                        .mapValue(UUID.class)
                        .one()
                        .block());
    }

    /** Calls as the holder of that token; null sends no body. */
    protected WebTestClient.ResponseSpec call(
            HttpMethod method, String path, String token, @Nullable Object body) {
        var request =
                http.method(method).uri(path).headers(headers -> headers.setBearerAuth(token));
        return body == null ? request.exchange() : request.bodyValue(body).exchange();
    }

    protected boolean isAlive(String token) {
        return call(HttpMethod.GET, "/api/account", token, null)
                .expectBody()
                .returnResult()
                .getStatus()
                .is2xxSuccessful();
    }

    protected WebTestClient.ResponseSpec create(Map<String, ?> account) {
        return http.post()
                .uri("/api/accounts")
                .headers(headers -> headers.setBearerAuth(adminToken()))
                .bodyValue(account)
                .exchange();
    }
}
