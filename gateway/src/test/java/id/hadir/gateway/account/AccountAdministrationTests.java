package id.hadir.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.gateway.GatewayTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class AccountAdministrationTests extends GatewayTest {

    @Test
    void listIsNarrowedByTextRoleAndState() {
        String username = accountWithRole("official");
        search(Map.of("q", username.substring(9).toUpperCase(Locale.ROOT)))
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].username")
                .isEqualTo(username)
                .jsonPath("$.items[0].active")
                .isEqualTo(true);
        search(Map.of("q", username, "role", "desk")).jsonPath("$.items").isEmpty();
        search(Map.of("q", username, "active", false)).jsonPath("$.items").isEmpty();
        search(Map.of("q", "%")).jsonPath("$.items").isEmpty();
    }

    @Test
    void listGoesOnAtItsCursor() {
        accountWithRole("desk");
        accountWithRole("desk");
        Map<?, ?> first = page("?limit=1&role=desk");
        Map<?, ?> second = page("?limit=1&role=desk&cursor=" + first.get("next"));
        assertThat(second.get("items")).isNotEqualTo(first.get("items")).asList().hasSize(1);
    }

    /** A stolen token would make the account another's for good. */
    @Test
    void anAdminsOwnPasswordAndSecondFactorAreNotForTheAdministration() {
        Map<String, String> request = Map.of("password", "another long pass phrase 7");
        call(PUT, "/api/accounts/" + idOf("admin") + "/password", adminToken(), request)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        call(DELETE, "/api/accounts/" + idOf("admin") + "/second-factor", adminToken(), null)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("own-account");
    }

    @Test
    void anUnknownFilterIsNamed() {
        call(GET, "/api/accounts?role=anyone&active=perhaps", adminToken(), null)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
    }

    @Test
    void aChangeIsForTheVersionThatWasRead() {
        String username = accountWithRole("desk");
        Map<String, String> change = Map.of("name", "Budi Santoso");
        patch(username, null, change).expectStatus().isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
        patch(username, "\"7\"", change).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        patch(username, "\"1\"", change)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Budi Santoso")
                .jsonPath("$.agency.name")
                .isEqualTo("Bawaslu Kabupaten Pati")
                .jsonPath("$.version")
                .isEqualTo(2);
        patch(username, "\"1\"", change).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void nullTakesAValueAwayAndWhatIsNotNamedStays() {
        String username = accountWithRole("official");
        Map<String, @Nullable String> change = new HashMap<>();
        change.put("agencyId", null);
        patch(username, "*", change)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.agency")
                .isEmpty()
                .jsonPath("$.regionCode")
                .isEqualTo("33.18");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"name\":null}, name, required",
        "{\"name\":5}, name, invalid-type",
        "{\"role\":\"anyone\"}, role, invalid-choice",
        "{\"agencyId\":null}, agencyId, required",
        "{\"agencyId\":\"agency-7\"}, agencyId, unknown-agency",
        "{\"regionCode\":\"3318\"}, regionCode, invalid-region-code",
        "{\"active\":\"no\"}, active, invalid-type",
        "{\"active\":null}, active, invalid-type",
    })
    void whatIsWrongIsNamed(String patch, String field, String code) {
        http.patch()
                .uri("/api/accounts/" + idOf(accountWithRole("desk")))
                .headers(headers -> headers.setBearerAuth(adminToken()))
                .header("If-Match", "*")
                .header("Content-Type", "application/merge-patch+json")
                .bodyValue(patch)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code)
                .jsonPath("$.errors.length()")
                .isEqualTo(1);
    }

    @Test
    void deactivationEndsSignInsAtOnceAndForGood() {
        String username = accountWithRole("desk");
        String token = tokenOf(username, PASSWORD);
        patch(username, "*", Map.of("active", false)).expectStatus().isOk();
        assertThat(isAlive(token)).isFalse();
        signIn(username, PASSWORD).expectStatus().isUnauthorized();

        patch(username, "*", Map.of("active", true)).expectStatus().isOk();
        assertThat(isAlive(token)).isFalse();
        assertThat(isAlive(tokenOf(username, PASSWORD))).isTrue();
    }

    @Test
    void otherRightsEndSignInsAndAnotherNameDoesNot() {
        String username = accountWithRole("official");
        String token = tokenOf(username, PASSWORD);
        patch(username, "*", Map.of("name", "Dewi")).expectStatus().isOk();
        assertThat(isAlive(token)).isTrue();
        patch(username, "*", Map.of("regionCode", "33")).expectStatus().isOk();
        assertThat(isAlive(token)).isFalse();
    }

    @Test
    void aPasswordThatIsSetReplacesTheOldOneAndEndsItsSignIns() {
        String username = accountWithRole("desk");
        String token = tokenOf(username, PASSWORD);
        String path = "/api/accounts/" + idOf(username) + "/password";
        call(PUT, path, adminToken(), Map.of("password", "short"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(isAlive(token)).isTrue();

        call(PUT, path, adminToken(), Map.of("password", "sebelas maret semarang"))
                .expectStatus()
                .isNoContent();
        assertThat(isAlive(token)).isFalse();
        signIn(username, PASSWORD).expectStatus().isUnauthorized();
        signIn(username, "sebelas maret semarang").expectStatus().isOk();
    }

    @Test
    void anAdminEndsAllSignInsOfAnAccount() {
        String username = accountWithRole("desk");
        String token = tokenOf(username, PASSWORD);
        call(DELETE, "/api/accounts/" + idOf(username) + "/sign-ins", adminToken(), null)
                .expectStatus()
                .isNoContent();
        assertThat(isAlive(token)).isFalse();
        call(DELETE, "/api/accounts/nobody-there/sign-ins", adminToken(), null)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theLastActiveAdminStays() {
        onlyActiveAdmins("admin");
        for (Map<String, ?> change : List.of(Map.of("active", false), Map.of("role", "official"))) {
            patch("admin", "*", change)
                    .expectStatus()
                    .isEqualTo(HttpStatus.CONFLICT)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("last-admin");
        }
        patch("admin", "*", Map.of("name", "Administrator")).expectStatus().isOk();
    }

    /** Without holding the rows both would see the other one still active. */
    @Test
    void twoAdminsWhoDeactivateEachOtherLeaveOne() {
        for (int round = 0; round < 10; round++) {
            String one = accountWithRole("admin");
            String other = accountWithRole("admin");
            String tokenOfOne = tokenOf(one, PASSWORD);
            String tokenOfOther = tokenOf(other, PASSWORD);
            onlyActiveAdmins(one, other);
            try {
                Mono.when(deactivate(other, tokenOfOne), deactivate(one, tokenOfOther)).block();
                assertThat(activeAdmins()).as("round " + round).isEqualTo(1);
            } finally {
                onlyActiveAdmins("admin");
            }
        }
    }

    private Mono<Integer> deactivate(String username, String token) {
        return Mono.fromCallable(
                        () ->
                                patch(username, "*", Map.of("active", false), token)
                                        .expectBody()
                                        .returnResult()
                                        .getStatus()
                                        .value())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void onlyActiveAdmins(String... usernames) {
        database.sql("update account set active = username = any(:names) where role = 'admin'")
                .bind("names", usernames)
                .then()
                .block();
    }

    private @Nullable Long activeAdmins() {
        return database.sql("select count(*) from account where role = 'admin' and active")
                .mapValue(Long.class)
                .one()
                .block();
    }

    private WebTestClient.ResponseSpec patch(
            String username, @Nullable String ifMatch, Map<String, ?> change) {
        return patch(username, ifMatch, change, adminToken());
    }

    private WebTestClient.ResponseSpec patch(
            String username, @Nullable String ifMatch, Map<String, ?> change, String token) {
        return http.method(PATCH)
                .uri("/api/accounts/" + idOf(username))
                .headers(headers -> headers.setBearerAuth(token))
                .headers(
                        headers -> {
                            if (ifMatch != null) {
                                headers.set("If-Match", ifMatch);
                            }
                        })
                .bodyValue(change)
                .exchange();
    }

    private WebTestClient.BodyContentSpec search(Map<String, ?> search) {
        return call(POST, "/api/accounts/search", adminToken(), search)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private Map<?, ?> page(String query) {
        Map<?, ?> answer =
                call(GET, "/api/accounts" + query, adminToken(), null)
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(answer);
    }

    private WebTestClient.ResponseSpec signIn(String username, String password) {
        return http.post()
                .uri("/api/tokens")
                .bodyValue(Map.of("username", username, "password", password))
                .exchange();
    }
}
