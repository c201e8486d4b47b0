package id.hadir.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.Browser;
import id.hadir.kit.test.PostgresForTests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Two gateways on one database, as behind a balancer. */
class OtherReplicaTests extends OidcTest {

    @Autowired ApplicationContext gateway;

    @Test
    void anyReplicaFinishesWhatAnotherHasBegun() {
        try (ConfigurableApplicationContext second = startAnother()) {
            Browser here = new Browser(http);
            Asked asked = ask(here);
            Browser there = new Browser(client(second));
            there.cookies().putAll(here.cookies());

            assertThat(comeBack(there, asked, PROVIDER.sign(asked.claims())).location())
                    .isEqualTo("/laporan");
            here.cookies().putAll(there.cookies());
            assertThat(isSignedIn(here)).isTrue();
            assertThat(here.post("/keluar").body()).contains("id_token_hint");
            assertThat(isSignedIn(there)).isFalse();
        }
    }

    private ConfigurableApplicationContext startAnother() {
        List<String> settings = new ArrayList<>();
        PostgresForTests.of(gateway.getEnvironment())
                .settings()
                .forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings(PROVIDER).forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--server.port=0");
        settings.add("--management.server.port=0");
        return new SpringApplicationBuilder(gateway.getBean("gateway").getClass())
                .initializers(OtherReplicaTests::useOwnThreads)
                .run(settings.toArray(String[]::new));
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

    private static WebTestClient client(ApplicationContext replica) {
        String port = replica.getEnvironment().getRequiredProperty("local.server.port");
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }
}
