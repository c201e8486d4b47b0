package id.hadir.gateway.ownaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.gateway.Browser;
import id.hadir.gateway.GatewayTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

class PasswordChangeTests extends GatewayTest {

    private static final String NEW = "sembilan bulan sepuluh hari";

    @Test
    void aNewPasswordEndsTheOtherSignInsAndThisOneGoesOn() {
        String username = accountWithRole("desk");
        String stolen = tokenOf(username, PASSWORD);
        String own = tokenOf(username, PASSWORD);
        Browser browser = new Browser(http).signIn(username, PASSWORD);

        change(own, PASSWORD, NEW).expectStatus().isNoContent();

        assertThat(isAlive(own)).isTrue();
        assertThat(isAlive(stolen)).isFalse();
        assertThat(browser.get("/akun").status()).isEqualTo(303);
        assertThat(isAlive(tokenOf(username, NEW))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "not my password, sembilan bulan sepuluh hari, current, wrong-password",
        "'', sembilan bulan sepuluh hari, current, required",
        "tujuh belas agustus, '', password, required",
        "tujuh belas agustus, pendek, password, password-too-short",
        "tujuh belas agustus, tujuh belas agustus, password, password-unchanged",
    })
    void whatIsWrongIsNamedAndNothingChanges(
            String current, String password, String field, String code) {
        String username = accountWithRole("desk");
        String token = tokenOf(username, PASSWORD);
        change(token, current, password)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
        assertThat(isAlive(tokenOf(username, PASSWORD))).isTrue();
    }

    @Test
    void bothFieldsAreNamedAtOnce() {
        String token = tokenOf(accountWithRole("desk"), PASSWORD);
        change(token, "", "pendek").expectBody().jsonPath("$.errors.length()").isEqualTo(2);
    }

    @Test
    void whoeverFindsABrowserLeftOpenCannotGuessThePasswordThere() {
        String username = accountWithRole("desk");
        String token = tokenOf(username, PASSWORD);
        for (int i = 0; i < 8; i++) {
            change(token, "guess number " + i, NEW)
                    .expectStatus()
                    .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        change(token, PASSWORD, NEW).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void theFormSaysWhatIsWrongAndThenThatItIsDone() {
        Browser browser = new Browser(http).signIn(accountWithRole("official"), PASSWORD);
        Browser.Answer wrong =
                browser.post("/akun/kata-sandi", "current", "not mine at all", "password", NEW);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("href=\"#current\"", "bukan kata sandi akun Anda")
                .doesNotContain("not mine at all", NEW);

        Browser.Answer done =
                browser.post("/akun/kata-sandi", "current", PASSWORD, "password", NEW);
        assertThat(done.location()).isEqualTo("/akun?kabar=password");
        assertThat(browser.get(done.location()).body()).contains("Kata sandi sudah diganti.");
    }

    private WebTestClient.ResponseSpec change(String token, String current, String password) {
        return call(
                PUT,
                "/api/account/password",
                token,
                Map.of("current", current, "password", password));
    }
}
