package id.hadir.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.kit.test.PostgresForTests;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.json.JsonMapper;

/** Starts the gateway as a process would, on a database of its own. */
class FirstStartTests {

    private final PostgresForTests.Database database = PostgresForTests.database("first");
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void withoutAccountsAndAFittingPasswordItDoesNotStart() {
        for (String password : List.of("", "admin", "é".repeat(37))) {
            assertThatThrownBy(() -> start("hadir.admin-password=" + password))
                    .rootCause()
                    .hasMessage(
                            "There is no account yet, and no fitting password for the first one,"
                                    + " 'admin'.");
        }
    }

    @Test
    void firstPasswordIsReadOnceAndTokensSurviveARestart() throws Exception {
        String token;
        try (ConfigurableApplicationContext first =
                start("hadir.admin-password=the first password")) {
            token = signIn(first, "the first password");
        }
        try (ConfigurableApplicationContext second =
                start("hadir.admin-password=another password")) {
            assertThat(status(second, "/api/account", token)).isEqualTo(200);
            assertThat(signIn(second, "another password")).isEmpty();
        }
        try (ConfigurableApplicationContext third = start()) {
            assertThat(status(third, "/api/account", token)).isEqualTo(200);
            assertThat(signIn(third, "the first password")).isNotEmpty();
        }
    }

    private ConfigurableApplicationContext start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        database.settings().forEach((name, value) -> all.add(name + "=" + value));
        all.add("server.port=0");
        all.add("management.server.port=0");
        String[] arguments = all.stream().map(setting -> "--" + setting).toArray(String[]::new);
        return new SpringApplicationBuilder(Gateway.class)
                .initializers(FirstStartTests::useOwnThreads)
                .run(arguments);
    }

    /** Closing a context ends Reactor Netty's threads, which the other tests share. */
    private static void useOwnThreads(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean(
                        ReactorResourceFactory.class,
                        () -> {
                            ReactorResourceFactory own = new ReactorResourceFactory();
                            own.setUseGlobalResources(false);
                            return own;
                        });
    }

    /** The token, or an empty string. */
    private String signIn(ConfigurableApplicationContext gateway, String password)
            throws Exception {
        String body = "{\"username\":\"admin\",\"password\":\"" + password + "\"}";
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(uri(gateway, "/api/tokens"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).path("token").asString("");
    }

    private int status(ConfigurableApplicationContext gateway, String path, String token)
            throws Exception {
        return http.send(
                        HttpRequest.newBuilder(uri(gateway, path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static URI uri(ConfigurableApplicationContext gateway, String path) {
        String port = gateway.getEnvironment().getProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
