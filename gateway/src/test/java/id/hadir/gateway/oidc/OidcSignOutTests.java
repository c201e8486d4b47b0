package id.hadir.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.gateway.Browser;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.BodyInserters;

/** Whoever signs out at one end is out at the other. */
class OidcSignOutTests extends OidcTest {

    @Autowired OidcSessionStore store;
    @Autowired Audit audit;
    @Autowired TransactionalOperator transaction;

    private final String subject = UUID.randomUUID().toString();
    private final String sid = UUID.randomUUID().toString();

    @Test
    void signingOutHereLeadsToTheProvidersEndOfTheSession() {
        Browser browser = session(sid);
        Browser.Answer answer = browser.post("/keluar");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Anda sudah keluar dari Hadir")
                .contains("href=\"" + PROVIDER.issuer() + "/logout?id_token_hint=ey")
                .contains("post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A" + port + "%2F\"");
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void theBrowserGoesThereByItselfAndKeepsNothingOfIt() {
        Browser browser = session(sid);
        String csrf =
                browser.get("/akun")
                        .body()
                        .replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        http.post()
                .uri("/keluar")
                .cookie("hadir_session", browser.cookies().get("hadir_session"))
                .body(BodyInserters.fromFormData("_csrf", csrf))
                .exchange()
                .expectHeader()
                .value("Refresh", to -> assertThat(to).startsWith("0;url=" + PROVIDER.issuer()))
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer");
    }

    @Test
    void whoCameByPasswordHasNothingToEndThere() {
        Browser browser = new Browser(http).signIn("admin", ADMIN_PASSWORD);
        assertThat(browser.post("/keluar").location()).isEqualTo("/");
    }

    @Test
    void theIdTokenLiesSealedInTheDatabase() {
        session(sid);
        byte[] kept =
                database.sql("select id_token from oidc_session where sid = :sid")
                        .bind("sid", sid)
                        .mapValue(byte[].class)
                        .one()
                        .block();
        assertThat(new String(kept)).doesNotContain("ey");
    }

    @Test
    void theProviderEndsTheOneSessionThatItNames() {
        Browser ended = session(sid);
        Browser other = session(UUID.randomUUID().toString());
        assertThat(logOut(PROVIDER.sign(logout(_ -> {})))).isEqualTo(200);
        assertThat(isSignedIn(ended)).isFalse();
        assertThat(isSignedIn(other)).isTrue();
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from audit_entry e join account a
                                            on a.username = e.actor
                                        where a.oidc_subject = :subject
                                          and e.action = 'sign-in.ended-by-provider'
                                        """)
                                .bind("subject", subject)
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(1);
    }

    @Test
    void theProviderEndsAllSessionsOfSomebody() {
        Browser one = session(sid);
        Browser other = session(UUID.randomUUID().toString());
        Browser somebodyElse = signedIn(_ -> {});
        assertThat(logOut(PROVIDER.sign(logout(claims -> claims.remove("sid"))))).isEqualTo(200);
        assertThat(isSignedIn(one)).isFalse();
        assertThat(isSignedIn(other)).isFalse();
        assertThat(isSignedIn(somebodyElse)).isTrue();
    }

    @Test
    void aLogoutTokenIsObeyedOnce() {
        String token = PROVIDER.sign(logout(claims -> claims.remove("sid")));
        session(sid);
        assertThat(logOut(token)).isEqualTo(200);
        Browser later = session(sid);
        assertThat(logOut(token)).isEqualTo(400);
        assertThat(isSignedIn(later)).isTrue();
    }

    static Stream<Arguments> forgedTokens() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                forged("another issuer", claims -> claims.put("iss", "https://evil.example")),
                forged("another audience", claims -> claims.put("aud", "another-client")),
                forged(
                        "expired",
                        claims -> {
                            claims.put("iat", now - 300);
                            claims.put("exp", now - 120);
                        }),
                forged("never expires", claims -> claims.remove("exp")),
                forged("no id", claims -> claims.remove("jti")),
                forged("no event", claims -> claims.remove("events")),
                forged("another event", claims -> claims.put("events", Map.of("x", Map.of()))),
                forged("an ID token's nonce", claims -> claims.put("nonce", "n")),
                forged(
                        "nobody",
                        claims -> {
                            claims.remove("sub");
                            claims.remove("sid");
                        }),
                signed("unsigned", PROVIDER::unsigned),
                signed("signed with the client's secret", PROVIDER::signWithClientSecret),
                signed("a foreign key", PROVIDER::signWithForeignKey),
                signed("no token", _ -> "nonsense"));
    }

    private static Arguments forged(String what, Consumer<Map<String, Object>> change) {
        return signed(
                what,
                claims -> {
                    change.accept(claims);
                    return PROVIDER.sign(claims);
                });
    }

    private static Arguments signed(String what, Function<Map<String, Object>, String> token) {
        return Arguments.of(what, token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedTokens")
    void aForgedLogoutTokenEndsNothing(String what, Function<Map<String, Object>, String> token) {
        Browser browser = session(sid);
        assertThat(logOut(token.apply(logout(_ -> {})))).isEqualTo(400);
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void aProviderThatDoesNotTellItsKeysMaySendItAgain() {
        FakeProvider silent = new FakeProvider();
        Discovery discovery = new Discovery(bound(silent), Clock.systemUTC());
        discovery.provider().block();
        silent.isDown(true);
        BackChannelLogout logout = new BackChannelLogout(discovery, store, audit, transaction);
        assertThatThrownBy(() -> logout.obey(silent.sign(logout(_ -> {}))).block())
                .isInstanceOf(Problem.class)
                .hasMessage("sso-unavailable");
    }

    private static OidcSettings bound(FakeProvider provider) {
        return new Binder(new MapConfigurationPropertySource(settings(provider)))
                .bind("hadir.oidc", OidcSettings.class)
                .get();
    }

    private Browser session(String itsSid) {
        return signedIn(
                claims -> {
                    claims.put("sub", subject);
                    claims.put("sid", itsSid);
                });
    }

    private Map<String, Object> logout(Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = new HashMap<>();
        long now = Instant.now().getEpochSecond();
        claims.put("iss", PROVIDER.issuer());
        claims.put("aud", FakeProvider.CLIENT);
        claims.put("sub", subject);
        claims.put("sid", sid);
        claims.put("iat", now);
        claims.put("exp", now + 120);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("events", Map.of(LogoutRules.EVENT, Map.of()));
        change.accept(claims);
        return claims;
    }

    private int logOut(String token) {
        return http.post()
                .uri("/masuk/oidc/keluar")
                .body(BodyInserters.fromFormData("logout_token", token))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }
}
