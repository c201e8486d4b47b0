package id.hadir.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.Browser;
import id.hadir.gateway.GatewayTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Where nobody has a password, a second factor is binding, and the provider is down at the start.
 */
@TestPropertySource(
        properties = {
            "hadir.oidc.local-accounts=false",
            "hadir.oidc.label=Masuk dengan SSO Jawa Tengah",
            "hadir.sign-in.second-factor=required"
        })
class OidcOnlyTests extends GatewayTest {

    private static final FakeProvider PROVIDER = new FakeProvider();

    static {
        PROVIDER.isDown(true);
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        OidcTest.settings(PROVIDER).forEach((name, value) -> settings.add(name, () -> value));
    }

    @AfterEach
    void providerIsBack() {
        PROVIDER.isDown(false);
    }

    @Test
    void theFormAsksForNoPasswordAndNoneOpensAnything() {
        Browser browser = new Browser(http);
        assertThat(browser.get("/masuk").body())
                .contains("Masuk dengan SSO Jawa Tengah")
                .doesNotContain("name=\"password\"");
        Browser.Answer answer =
                browser.post("/masuk", "username", "admin", "password", ADMIN_PASSWORD);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Masuk hanya lewat SSO");
        http.post()
                .uri("/api/tokens")
                .bodyValue(Map.of("username", "admin", "password", ADMIN_PASSWORD))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("sso-only");
    }

    @Test
    void aProviderThatIsDownStopsNothingButSigningInAndIsAskedAgain() {
        PROVIDER.isDown(true);
        Browser browser = new Browser(http);
        assertThat(browser.get("/masuk").status()).isEqualTo(200);
        begin(
                browser,
                answer -> answer.status() == 503 && answer.body().contains("SSO sedang tidak"));
        PROVIDER.isDown(false);
        begin(browser, answer -> answer.status() == 303);
    }

    @Test
    void whereASecondFactorIsBindingTheProviderMustSayThatItAskedForOne() {
        PROVIDER.isDown(false);
        Browser.Answer without = signedIn(_ -> {});
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.body()).contains("SSO harus meminta langkah verifikasi kedua");
        assertThat(signedIn(claims -> claims.put("amr", List.of("pwd", "otp"))).location())
                .isEqualTo("/panitia");
    }

    private Browser.Answer signedIn(Consumer<Map<String, Object>> change) {
        Browser browser = new Browser(http);
        OidcTest.Asked asked = OidcTest.Asked.of(begin(browser, answer -> answer.status() == 303));
        Map<String, Object> claims = asked.claims();
        claims.put("iss", PROVIDER.issuer());
        claims.put("sub", UUID.randomUUID().toString());
        claims.put("hadir_agency", "agency-1");
        claims.putAll(OidcTest.role("hadir-organiser"));
        change.accept(claims);
        return browser.get(asked.back(PROVIDER.grant(PROVIDER.sign(claims), asked.challenge())));
    }

    /** What the provider has told is remembered, and for a moment that it has not answered. */
    private static Browser.Answer begin(Browser browser, Predicate<Browser.Answer> expected) {
        return Mono.fromSupplier(() -> browser.get("/masuk/oidc"))
                .subscribeOn(Schedulers.boundedElastic())
                .filter(expected)
                .switchIfEmpty(Mono.error(() -> new AssertionError("not answered as expected")))
                .retryWhen(Retry.fixedDelay(50, Duration.ofMillis(200)))
                .blockOptional()
                .orElseThrow();
    }
}
