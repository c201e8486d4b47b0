package id.hadir.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is done to accounts is in the audit, with who did it and from where. */
class AuditTests extends GatewayTest {

    @Test
    void accountsAndSignInsAreInIt() {
        String username = accountWithRole("organiser");
        String token = tokenOf(username, PASSWORD);
        http.patch()
                .uri("/api/accounts/" + idOf(username))
                .headers(headers -> headers.setBearerAuth(adminToken()))
                .header("If-Match", "*")
                .bodyValue(Map.of("role", "desk"))
                .exchange()
                .expectStatus()
                .isOk();
        String another = tokenOf(username, PASSWORD);
        http.delete()
                .uri("/api/tokens/current")
                .headers(headers -> headers.setBearerAuth(another))
                .exchange()
                .expectStatus()
                .isNoContent();

        List<Map<?, ?>> ofAccount = entries("subject=" + username);
        assertThat(actions(ofAccount)).containsExactly("account.changed", "account.created");
        assertThat(ofAccount.getFirst().get("actor")).isEqualTo("admin");
        assertThat(ofAccount.getFirst().get("address")).isEqualTo("127.0.0.1");
        assertThat(ofAccount.getFirst().get("before")).isEqualTo(Map.of("role", "organiser"));
        assertThat(ofAccount.getFirst().get("after")).isEqualTo(Map.of("role", "desk"));
        List<Map<?, ?>> byAccount = entries("actor=" + username);
        assertThat(actions(byAccount))
                .containsExactly("sign-in.ended", "sign-in.token", "sign-in.token");
        assertThat(byAccount.toString()).doesNotContain(token, another, PASSWORD);
        assertThat(ofAccount.toString()).doesNotContain("Rahayu");
    }

    @Test
    void aWrongSignInLeavesNoEntry() {
        String username = accountWithRole("desk");
        signIn(username, "salah sekali").expectStatus().isUnauthorized();
        assertThat(entries("actor=" + username)).isEmpty();
        assertThat(actions(entries("subject=" + username))).containsExactly("account.created");
    }

    @Test
    void whoHasToWaitForGuessingIsInItOnceForEachWait() {
        String username = accountWithRole("desk");
        for (int i = 0; i < 8; i++) {
            signIn(username, "salah sekali").expectStatus().isUnauthorized();
        }
        signIn(username, "salah sekali").expectStatus().isEqualTo(429);

        List<Map<?, ?>> locked = entries("action=sign-in.locked&subject=" + username);
        assertThat(locked).hasSize(1);
        assertThat(locked.getFirst().get("actor")).isEqualTo("anyone");
        assertThat(locked.getFirst().get("address")).isEqualTo("127.0.0.1");
    }

    @Test
    void aPasswordThatWasTypedForAUserNameIsNotInIt() {
        String typed = "rahasia-" + UUID.randomUUID();
        for (int i = 0; i < 8; i++) {
            signIn(typed, PASSWORD).expectStatus().isUnauthorized();
        }
        assertThat(entries("action=sign-in.locked")).isNotEmpty();
        assertThat(entries("action=sign-in.locked").toString()).doesNotContain(typed);
    }

    @Test
    void whatTheGatewayDoesByItselfIsInIt() {
        assertThat(entries("action=account.created&subject=admin"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("actor")).isEqualTo("hadir"));
        assertThat(entries("action=signing-key.made"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.get("role")).isEqualTo("system"));
    }

    @Test
    void nobodyButAnAdminReadsIt() {
        String desk = tokenOf(accountWithRole("desk"), PASSWORD);
        http.get()
                .uri("/api/audit/akun")
                .headers(headers -> headers.setBearerAuth(desk))
                .exchange()
                .expectStatus()
                .isForbidden();
        http.get().uri("/api/audit/akun").exchange().expectStatus().isUnauthorized();
    }

    private WebTestClient.ResponseSpec signIn(String username, String password) {
        return http.post()
                .uri("/api/tokens")
                .bodyValue(Map.of("username", username, "password", password))
                .exchange();
    }

    @SuppressWarnings("unchecked")
    private List<Map<?, ?>> entries(String query) {
        Map<?, ?> listing =
                http.get()
                        .uri("/api/audit/akun?" + query)
                        .headers(headers -> headers.setBearerAuth(adminToken()))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return (List<Map<?, ?>>) listing.get("items");
    }

    private static List<String> actions(List<Map<?, ?>> entries) {
        return entries.stream().map(entry -> String.valueOf(entry.get("action"))).toList();
    }
}
