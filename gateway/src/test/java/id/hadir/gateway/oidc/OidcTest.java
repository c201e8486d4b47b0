package id.hadir.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.Browser;
import id.hadir.gateway.GatewayTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/** What all tests of OIDC do: go to the provider and come back. */
abstract class OidcTest extends GatewayTest {

    static final FakeProvider PROVIDER = new FakeProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings(PROVIDER).forEach((name, value) -> settings.add(name, () -> value));
    }

    static Map<String, String> settings(FakeProvider provider) {
        return Map.of(
                "hadir.oidc.issuer",
                provider.issuer(),
                "hadir.oidc.client-id",
                FakeProvider.CLIENT,
                "hadir.oidc.client-secret",
                FakeProvider.SECRET,
                "hadir.oidc.roles.admin",
                "hadir-admin",
                "hadir.oidc.roles.organiser",
                "hadir-organiser",
                "hadir.oidc.roles.official",
                "hadir-official,hadir-reader");
    }

    /** What the provider was asked, and with what it answers. */
    record Asked(String state, String nonce, String challenge, String redirectUri) {

        static Asked of(Browser.Answer answer) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(303);
            Map<String, String> told =
                    UriComponentsBuilder.fromUriString(answer.location())
                            .build()
                            .getQueryParams()
                            .toSingleValueMap();
            return new Asked(
                    told.getOrDefault("state", "").replace("%3D", "="),
                    told.getOrDefault("nonce", ""),
                    told.getOrDefault("code_challenge", ""),
                    told.getOrDefault("redirect_uri", ""));
        }

        /** An official of Kabupaten Pati whom nobody has seen before. */
        Map<String, Object> claims() {
            Map<String, Object> claims = new HashMap<>();
            long now = Instant.now().getEpochSecond();
            claims.put("iss", PROVIDER.issuer());
            claims.put("aud", FakeProvider.CLIENT);
            claims.put("sub", UUID.randomUUID().toString());
            claims.put("iat", now);
            claims.put("exp", now + 300);
            claims.put("nonce", nonce);
            claims.put("sid", UUID.randomUUID().toString());
            claims.put("name", "Jumani Contoh");
            claims.put(
                    "preferred_username", "jumani." + UUID.randomUUID().toString().substring(0, 8));
            claims.put("hadir_region", "33.18");
            claims.putAll(role("hadir-official"));
            return claims;
        }

        Map<String, Object> claims(Consumer<Map<String, Object>> change) {
            Map<String, Object> claims = claims();
            change.accept(claims);
            return claims;
        }

        String back(String code) {
            return OidcPages.BACK + "?code=" + code + "&state=" + state;
        }
    }

    static Map<String, Object> role(String name) {
        return Map.of("realm_access", Map.of("roles", List.of("offline_access", name)));
    }

    Asked ask(Browser browser) {
        return Asked.of(browser.get("/masuk/oidc?ke=/laporan"));
    }

    Browser.Answer comeBack(Browser browser, Asked asked, String idToken) {
        return browser.get(asked.back(PROVIDER.grant(idToken, asked.challenge())));
    }

    /** Somebody signs in at the provider as told by the claims. */
    Browser.Answer signIn(Browser browser, Consumer<Map<String, Object>> change) {
        Asked asked = ask(browser);
        return comeBack(browser, asked, PROVIDER.sign(asked.claims(change)));
    }

    /** A browser in which that person is signed in. */
    Browser signedIn(Consumer<Map<String, Object>> change) {
        Browser browser = new Browser(http);
        Browser.Answer answer = signIn(browser, change);
        assertThat(answer.location()).as(answer.body()).isEqualTo("/laporan");
        browser.get("/akun");
        return browser;
    }

    boolean isSignedIn(Browser browser) {
        return browser.get("/akun").status() == 200;
    }

    /** Of the account with that subject; null when there is none. */
    Map<String, Object> account(String subject) {
        return Objects.requireNonNullElse(
                database.sql("select * from account where oidc_subject = :subject")
                        .bind("subject", subject)
                        .fetch()
                        .one()
                        .block(),
                Map.of());
    }
}
