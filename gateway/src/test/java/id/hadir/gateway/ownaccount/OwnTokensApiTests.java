package id.hadir.gateway.ownaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.hadir.gateway.Browser;
import id.hadir.gateway.GatewayTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

class OwnTokensApiTests extends GatewayTest {

    private static final String TOKENS = "/api/account/tokens";

    @Test
    void aTokenIsShownOnceAndListedByItsNameUntilItIsEnded() {
        String username = accountWithRole("organiser");
        String own = tokenOf(username, PASSWORD);
        Instant until = Instant.now().plus(Duration.ofDays(90));
        Map<?, ?> made =
                make(
                        own,
                        Map.of(
                                "name",
                                "Aplikasi arsip",
                                "expiresAt",
                                until.toString(),
                                "password",
                                PASSWORD));
        String token = String.valueOf(made.get("token"));
        assertThat(isAlive(token)).isTrue();
        assertThat(Instant.parse(String.valueOf(made.get("expiresAt"))))
                .isBetween(until.minusSeconds(1), until.plusSeconds(1));

        List<Map<?, ?>> listed = list(own);
        assertThat(listed).hasSize(2);
        assertThat(listed.getFirst().get("name")).isEqualTo("Aplikasi arsip");
        assertThat(listed.getFirst().get("current")).isEqualTo(false);
        assertThat(listed.getFirst().get("lastUsedAt")).isNotNull();
        assertThat(listed.getLast().get("current")).isEqualTo(true);
        assertThat(listed.toString()).doesNotContain(token, own);

        call(DELETE, TOKENS + "/" + made.get("id"), own, null).expectStatus().isNoContent();
        assertThat(isAlive(token)).isFalse();
        assertThat(list(own)).hasSize(1);
    }

    @Test
    void signingInMayNameItsToken() {
        String username = accountWithRole("desk");
        http.post()
                .uri("/api/tokens")
                .bodyValue(Map.of("username", username, "password", PASSWORD, "name", "pintu-1"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(list(tokenOf(username, PASSWORD)).getLast().get("name")).isEqualTo("pintu-1");
    }

    @Test
    void theTokensOfOthersAreNotThere() {
        String stranger = tokenOf(accountWithRole("desk"), PASSWORD);
        Object id = list(stranger).getFirst().get("id");
        String own = tokenOf(accountWithRole("desk"), PASSWORD);
        call(DELETE, TOKENS + "/" + id, own, null).expectStatus().isNotFound();
        call(DELETE, "/api/account/sessions/" + id, stranger, null).expectStatus().isNotFound();
        assertThat(isAlive(stranger)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, tujuh belas agustus, name, required",
                "arsip, 2020-01-01T00:00:00Z, tujuh belas agustus, expiresAt, invalid-expiry",
                "arsip, 2100-01-01T00:00:00Z, tujuh belas agustus, expiresAt, invalid-expiry",
                "arsip, besok, tujuh belas agustus, expiresAt, invalid-date-time",
                "arsip, -, -, password, required",
                "arsip, -, not the password, password, wrong-password",
            })
    void whatIsWrongIsNamedAndNoTokenIsMade(
            @Nullable String name,
            @Nullable String expiresAt,
            @Nullable String password,
            String field,
            String code) {
        String own = tokenOf(accountWithRole("desk"), PASSWORD);
        Map<String, @Nullable String> request = new HashMap<>();
        request.put("name", name);
        request.put("expiresAt", expiresAt);
        request.put("password", password);
        call(POST, TOKENS, own, request)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
        assertThat(list(own)).hasSize(1);
    }

    @Test
    void theLastUseIsWrittenAtMostOnceAMinute() {
        String username = accountWithRole("desk");
        String token = tokenOf(username, PASSWORD);
        lastUsed(username, Duration.ofSeconds(40));
        OffsetDateTime recent = lastUsed(username);
        assertThat(isAlive(token)).isTrue();
        assertThat(lastUsed(username)).isEqualTo(recent);

        lastUsed(username, Duration.ofSeconds(61));
        assertThat(isAlive(token)).isTrue();
        assertThat(lastUsed(username)).isAfter(recent);
    }

    @Test
    void theListGoesOnAtItsCursor() {
        String username = accountWithRole("desk");
        tokenOf(username, PASSWORD);
        String own = tokenOf(username, PASSWORD);
        Map<?, ?> first = page(own, "?limit=1");
        Map<?, ?> second = page(own, "?limit=1&cursor=" + first.get("next"));
        assertThat(second.get("items")).isNotEqualTo(first.get("items"));
        assertThat(second.get("next")).isNull();
        call(GET, TOKENS + "?cursor=bm90IGFuIGlk", own, null)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void aSessionIsListedByItsBrowserAndEndedFromAnother() {
        String username = accountWithRole("official");
        Browser lost = new Browser(http).signIn(username, PASSWORD);
        Browser own = new Browser(http).signIn(username, PASSWORD);
        String page = own.get("/akun").body();
        assertThat(page).contains("perangkat ini", "Akhiri sesi");
        String path = page.replaceAll("(?s).*action=\"(/akun/perangkat/[^\"]+)\".*", "$1");
        assertThat(own.post(path).location()).isEqualTo("/akun?kabar=ended");
        assertThat(lost.get("/akun").status()).isEqualTo(303);
        assertThat(own.get("/akun").status()).isEqualTo(200);
    }

    @Test
    void thePageShowsANewTokenOnceAndRevokesIt() {
        Browser browser = new Browser(http).signIn(accountWithRole("official"), PASSWORD);
        assertThat(browser.get("/akun/token").body()).contains("Belum ada token.");
        assertThat(browser.post("/akun/token", "name", "arsip", "password", "wrong one").body())
                .contains("href=\"#password\"", "value=\"arsip\"");

        String made =
                browser.post("/akun/token", "name", "<arsip>", "days", "7", "password", PASSWORD)
                        .body();
        String token = made.replaceAll("(?s).*id=\"token\">([^<]{43})<.*", "$1");
        assertThat(isAlive(token)).isTrue();
        String list = browser.get("/akun/token").body();
        assertThat(list).contains("&lt;arsip").doesNotContain(token);
        String path = list.replaceAll("(?s).*action=\"(/akun/token/[^\"]+/cabut)\".*", "$1");
        assertThat(browser.post(path).location()).isEqualTo("/akun/token");
        assertThat(isAlive(token)).isFalse();
    }

    private void lastUsed(String username, Duration ago) {
        database.sql(
                        """
                        update sign_in set last_used_at = now() - :seconds * interval '1 second'
                        where account_id in (select id from account where username = :username)
                        """)
                .bind("seconds", ago.toSeconds())
                .bind("username", username)
                .then()
                .block();
    }

    private OffsetDateTime lastUsed(String username) {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select last_used_at from sign_in
                                where account_id in
                                    (select id from account where username = :username)
                                """)
                        .bind("username", username)
                        .mapValue(OffsetDateTime.class)
                        .one()
                        .block());
    }

    @SuppressWarnings("unchecked")
    private List<Map<?, ?>> list(String token) {
        return (List<Map<?, ?>>) Objects.requireNonNull(page(token, "").get("items"));
    }

    private Map<?, ?> page(String token, String query) {
        return Objects.requireNonNull(
                call(GET, TOKENS + query, token, null)
                        .expectStatus()
                        .isOk()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody());
    }

    private Map<?, ?> make(String token, Map<String, ?> body) {
        return Objects.requireNonNull(
                call(POST, TOKENS, token, body)
                        .expectStatus()
                        .isCreated()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody());
    }
}
