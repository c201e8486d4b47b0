package id.hadir.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class TokenApiTests extends GatewayTest {

    @Test
    void aFormIsNoJson() {
        http.post()
                .uri("/api/tokens")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("username=admin&password=x")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void tokenComesWithItsAccount() {
        String username = accountWithRole("organiser");

        signIn(username, PASSWORD)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.token")
                .value(token -> assertThat(String.valueOf(token)).hasSize(43))
                .jsonPath("$.expiresAt")
                .value(
                        at ->
                                assertThat(Instant.parse(String.valueOf(at)))
                                        .isAfter(Instant.now().plusSeconds(86_400)))
                .jsonPath("$.account.username")
                .isEqualTo(username)
                .jsonPath("$.account.role")
                .isEqualTo("organiser")
                .jsonPath("$.account.agency.id")
                .isEqualTo("agency-1");
    }

    @Test
    void accountTellsWhoCallsWithTheNameOfTheAgency() {
        String username = accountWithRole("desk");

        account(tokenOf(username, PASSWORD))
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"username":"%s","name":"Siti Rahayu","role":"desk","regionCode":"33.18",
                         "agency":{"id":"agency-1","name":"Bawaslu Kabupaten Pati"}}
                        """
                                .formatted(username));
    }

    @Test
    void accountWithoutAgencySaysNull() {
        account(adminToken())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.agency")
                .isEmpty()
                .jsonPath("$.regionCode")
                .isEmpty();
    }

    @Test
    void userNameIsReadCaseBlind() {
        signIn("ADMIN", ADMIN_PASSWORD).expectStatus().isOk();
    }

    @Test
    void wrongPasswordAndUnknownUserGetTheSameAnswer() {
        for (String username : List.of(accountWithRole("desk"), "nobody-" + UUID.randomUUID())) {
            signIn(username, "not the password")
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("bad-credentials")
                    .jsonPath("$.title")
                    .isEqualTo("Nama pengguna atau kata sandi salah");
        }
    }

    @Test
    void missingFieldsAreNamedAtOnce() {
        http.post()
                .uri("/api/tokens")
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString()).contains("username", "password"));
    }

    @Test
    void unreadableJsonIsMalformed() {
        http.post()
                .uri("/api/tokens")
                .header("Content-Type", "application/json")
                .bodyValue("{\"username\":")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
    }

    @Test
    void revokedTokenIsDeadAtOnce() {
        String token = tokenOf(accountWithRole("desk"), PASSWORD);
        account(token).expectStatus().isOk();

        http.delete()
                .uri("/api/tokens/current")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isNoContent();

        account(token).expectStatus().isUnauthorized();
    }

    @Test
    void expiredTokenAndSwitchedOffAccountAreDead() {
        String username = accountWithRole("desk");
        String expired = tokenOf(username, PASSWORD);
        change("update sign_in set expires_at = now() - interval '1 second'", username);
        account(expired).expectStatus().isUnauthorized();

        String live = tokenOf(username, PASSWORD);
        account(live).expectStatus().isOk();
        database.sql("update account set active = false where username = :username")
                .bind("username", username)
                .then()
                .block();
        account(live).expectStatus().isUnauthorized();
        signIn(username, PASSWORD).expectStatus().isUnauthorized();
    }

    @Test
    void databaseNeverSeesTheToken() {
        String token = adminToken();
        Long rows =
                database.sql(
                                "select count(*) from sign_in where encode(credential_hash,"
                                        + " 'escape') like '%' || :token || '%'")
                        .bind("token", token)
                        .mapValue(Long.class)
                        .one()
                        .block();
        assertThat(rows).isZero();
        String hash =
                database.sql("select password_hash from account where username = 'admin'")
                        .mapValue(String.class)
                        .one()
                        .block();
        assertThat(hash).startsWith("{bcrypt}");
    }

    @Test
    void guessingAtAUserNameIsSlowedDownAndAnotherUserIsNot() {
        String victim = accountWithRole("desk");
        for (int i = 0; i < Throttle.BY_USERNAME.free(); i++) {
            signIn(victim, "guess number " + i).expectStatus().isUnauthorized();
        }

        String wait =
                signIn(victim, PASSWORD)
                        .expectStatus()
                        .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                        .expectHeader()
                        .exists("Retry-After")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseHeaders()
                        .getFirst("Retry-After");
        assertThat(Integer.parseInt(Objects.requireNonNull(wait))).isBetween(1, 2);
        signIn("admin", ADMIN_PASSWORD).expectStatus().isOk();

        database.sql("update sign_in_attempt set blocked_until = now() where key = :key")
                .bind("key", Throttle.key("username:", victim))
                .then()
                .block();
        signIn(victim, PASSWORD).expectStatus().isOk();
        signIn(victim, "one typing error").expectStatus().isUnauthorized();
        signIn(victim, PASSWORD).expectStatus().isOk();
    }

    /** Without counting before hashing, all of them would look before the first one counts. */
    @Test
    void guessesAtOnceDoNotSlipThrough() {
        String victim = accountWithRole("desk");
        int together = 3 * Throttle.BY_USERNAME.free();

        List<Integer> statuses =
                Flux.range(0, together)
                        .flatMap(
                                i ->
                                        Mono.fromCallable(
                                                        () -> status(signIn(victim, "guess " + i)))
                                                .subscribeOn(Schedulers.boundedElastic()),
                                together)
                        .collectList()
                        .block();

        // two more when it takes longer than the first waits; fewer when passwords are queued up
        assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(1, 10);
        assertThat(statuses).filteredOn(status -> status == 429).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        http.post()
                .uri("/api/tokens")
                .bodyValue(Map.of("name", "n".repeat(101)))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @Test
    void manyMistakesBehindOneAddressLockNobodyOut() {
        for (int i = 0; i < 3 * Throttle.BY_USERNAME.free(); i++) {
            signIn("colleague-" + i + UUID.randomUUID(), "a typing error")
                    .expectStatus()
                    .isUnauthorized();
        }
        signIn("admin", ADMIN_PASSWORD).expectStatus().isOk();
    }

    private static int status(WebTestClient.ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private void change(String update, String username) {
        database.sql(
                        update
                                + " where account_id in"
                                + " (select id from account where username = :username)")
                .bind("username", username)
                .then()
                .block();
    }

    private WebTestClient.ResponseSpec signIn(String username, String password) {
        return http.post()
                .uri("/api/tokens")
                .bodyValue(Map.of("username", username, "password", password))
                .exchange();
    }

    private WebTestClient.ResponseSpec account(String token) {
        return http.get()
                .uri("/api/account")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }
}
