package id.hadir.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.Browser;
import id.hadir.gateway.GatewayTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class KnownBrowserTests extends GatewayTest {

    @Test
    void strangersTriesDoNotSlowDownABrowserThatIsKnown() {
        String victim = accountWithRole("desk");
        Browser own = new Browser(http).signIn(victim, PASSWORD);
        own.post("/keluar");
        guessElsewhere(victim);

        assertThat(signIn(new Browser(http), victim, PASSWORD)).isEqualTo(429);
        assertThat(signIn(own, victim, PASSWORD)).isEqualTo(303);
    }

    @Test
    void aKnownBrowserMayNotGuessForEverEither() {
        String victim = accountWithRole("desk");
        Browser own = new Browser(http).signIn(victim, PASSWORD);
        own.post("/keluar");
        for (int i = 0; i < Throttle.BY_USERNAME.free(); i++) {
            assertThat(signIn(own, victim, "guess number " + i)).isEqualTo(401);
        }
        assertThat(signIn(own, victim, PASSWORD)).isEqualTo(429);
    }

    @Test
    void aBrowserIsKnownForTheAccountsThatSignedInThereAlone() {
        String victim = accountWithRole("desk");
        Browser colleague = new Browser(http).signIn(accountWithRole("desk"), PASSWORD);
        colleague.post("/keluar");
        guessElsewhere(victim);
        assertThat(signIn(colleague, victim, PASSWORD)).isEqualTo(429);
    }

    @Test
    void theCookieOpensNothing() {
        Browser own = new Browser(http).signIn(accountWithRole("desk"), PASSWORD);
        String known = own.cookies().get("hadir_kenal");
        assertThat(known).hasSize(43);
        assertThat(isAlive(String.valueOf(known))).isFalse();
        own.cookies().remove("hadir_session");
        assertThat(own.get("/akun").status()).isEqualTo(303);
    }

    @Test
    void theCookiesStayAtTheGateway() {
        Browser own = new Browser(http).signIn("admin", ADMIN_PASSWORD);
        own.get("/panitia");
        assertThat(EVENTS.last().header("cookie")).doesNotContain("hadir_");
    }

    @Test
    void whatIsTypedAsAUserNameIsNotKept() {
        String typed = "typed by mistake " + System.nanoTime();
        signIn(new Browser(http), typed, "whatever it is");
        Long kept =
                database.sql("select count(*) from sign_in_attempt where key like :typed")
                        .bind("typed", "%" + typed + "%")
                        .mapValue(Long.class)
                        .one()
                        .block();
        assertThat(kept).isZero();
    }

    private void guessElsewhere(String username) {
        for (int i = 0; i < Throttle.BY_USERNAME.free(); i++) {
            http.post()
                    .uri("/api/tokens")
                    .bodyValue(Map.of("username", username, "password", "guess number " + i))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.UNAUTHORIZED);
        }
    }

    private static int signIn(Browser browser, String username, String password) {
        return browser.post("/masuk", "username", username, "password", password).status();
    }
}
