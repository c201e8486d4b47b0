package id.hadir.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

class AccountApiTests extends GatewayTest {

    @Test
    void adminMakesAnAccountThatCanSignIn() {
        String username = accountWithRole("official");
        assertThat(tokenOf(username, PASSWORD)).isNotEmpty();
    }

    @Test
    void answerHasNoPassword() {
        create(account("name", "Budi"))
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Budi").doesNotContain("assword"));
    }

    @Test
    void takenUserNameIsAConflictWhateverItsCase() {
        String username = accountWithRole("desk");
        create(account("username", username.toUpperCase(java.util.Locale.ROOT)))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("username-taken");
    }

    @Test
    void onlyAnAdminMayMakeAccounts() {
        http.post()
                .uri("/api/accounts")
                .bodyValue(account("name", "Budi"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        String organiser = tokenOf(accountWithRole("organiser"), PASSWORD);
        http.post()
                .uri("/api/accounts")
                .headers(headers -> headers.setBearerAuth(organiser))
                .bodyValue(account("name", "Budi"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "username, -, required",
                "username, ab, invalid-username",
                "username, budi santoso, invalid-username",
                "password, -, required",
                "password, sembilan9, password-too-short",
                "password, indonesia1945, password-common",
                "password, aaaaaaaaaaaa, password-common",
                "password, Panitia.Pati, password-is-username",
                "password, Bawaslu Kabupaten Pati 2026, password-personal",
                "name, -, required",
                "role, -, required",
                "role, superuser, invalid-choice",
                "role, anyone, invalid-choice",
                "role, ORGANISER, invalid-choice",
                "agencyId, -, required",
                "agencyId, AGENCY-1, unknown-agency",
                "regionCode, 3318, invalid-region-code",
            })
    void wrongFieldIsNamed(String field, String value, String code) {
        Map<String, String> account = account(field, value);
        if (code.equals("password-is-username")) {
            account.put("username", "panitia.pati");
        }
        create(account)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid")
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code)
                .jsonPath("$.errors[0].message")
                .value(message -> assertThat(String.valueOf(message)).isNotEqualTo(code));
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        create(Map.of())
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(4);
    }

    @Test
    void passwordsBeyondWhatBcryptReadsAreRefused() {
        create(account("password", "sandi yang panjang sekali ".repeat(3)))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A right account, but for one field; null leaves it out. */
    private static Map<String, String> account(String field, String value) {
        Map<String, String> account = new HashMap<>();
        account.put("username", "u" + UUID.randomUUID().toString().substring(0, 8));
        account.put("password", PASSWORD);
        account.put("name", "Budi Santoso");
        account.put("role", "organiser");
        account.put("agencyId", "agency-1");
        account.put(field, value);
        return account;
    }
}
