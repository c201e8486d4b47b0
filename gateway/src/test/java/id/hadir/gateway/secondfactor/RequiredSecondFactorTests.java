package id.hadir.gateway.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.Browser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.context.TestPropertySource;

/** Where the operator binds administrators and organisers to it. */
@TestPropertySource(
        properties = {
            "hadir.sign-in.second-factor=required",
            "hadir.secret-key=a key of the operator, long enough to be one"
        })
class RequiredSecondFactorTests extends SecondFactorTest {

    @Test
    void aPasswordAloneMakesAnOrganiserNobodyUntilAnAppIsSetUp() {
        String username = insert("organiser");
        signIn(username, null)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("second-factor-required");

        Browser browser = new Browser(http);
        Browser.Answer password =
                browser.post("/masuk", "username", username, "password", PASSWORD);
        assertThat(password.location()).isEqualTo("/masuk/dua-langkah");
        assertThat(browser.get("/akun").location()).startsWith("/masuk?ke=");
        Totp totp = shown(browser.get("/masuk/dua-langkah"));
        assertThat(shown(browser.get("/masuk/dua-langkah")).base32()).isEqualTo(totp.base32());
        Phone phone = new Phone(totp, List.of());
        Browser.Answer wrong = browser.post("/masuk/dua-langkah", "code", "1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(shown(wrong).base32()).isEqualTo(totp.base32());
        assertThat(browser.post("/masuk/dua-langkah", "code", phone.code()).body())
                .contains("Kode cadangan", "href=\"/panitia\"");
        assertThat(browser.get("/akun").status()).isEqualTo(200);
    }

    @Test
    void whatIsRequiredIsNotTurnedOffByItsOwner() {
        String username = insert("organiser");
        Browser browser = new Browser(http);
        browser.post("/masuk", "username", username, "password", PASSWORD);
        Phone phone = new Phone(shown(browser.get("/masuk/dua-langkah")), List.of());
        browser.post("/masuk/dua-langkah", "code", phone.code());
        laterThanAllCodes(username);
        browser.get("/akun/dua-langkah");
        Browser.Answer refused =
                browser.post("/akun/dua-langkah/hapus", "password", PASSWORD, "code", phone.code());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Verifikasi dua langkah diwajibkan");
    }

    /** Another tab was faster: its factor is the one that counts. */
    @Test
    void whoIsEnrolledMeanwhileIsAskedForACode() {
        String username = insert("organiser");
        Browser browser = new Browser(http);
        browser.post("/masuk", "username", username, "password", PASSWORD);
        Totp totp = shown(browser.get("/masuk/dua-langkah"));
        database.sql(
                        """
                        update second_factor set confirmed_at = now() where account_id in
                            (select id from account where username = :username)
                        """)
                .bind("username", username)
                .then()
                .block();
        assertThat(browser.get("/masuk/dua-langkah").location()).isEqualTo("/masuk/kode");
        Phone phone = new Phone(totp, List.of());
        assertThat(browser.post("/masuk/kode", "code", phone.code()).status()).isEqualTo(303);
        assertThat(browser.get("/akun").status()).isEqualTo(200);
    }

    private static Totp shown(Browser.Answer page) {
        return read(
                page.body()
                        .replaceAll("(?s).*id=\"secret\">([A-Z2-7 ]+)<.*", "$1")
                        .replace(" ", ""));
    }

    @Test
    void aDeskOfficerIsNotBound() {
        signIn(insert("desk"), null).expectStatus().isOk();
    }

    @Test
    void signInsFromBeforeTheRuleAreNobodys() {
        String username = insert("organiser");
        Browser browser = new Browser(http);
        browser.post("/masuk", "username", username, "password", PASSWORD);
        Totp totp = shown(browser.get("/masuk/dua-langkah"));
        browser.post("/masuk/dua-langkah", "code", new Phone(totp, List.of()).code());
        assertThat(browser.get("/akun").status()).isEqualTo(200);

        database.sql(
                        """
                        update sign_in set second_factor = false where account_id in
                            (select id from account where username = :username)
                        """)
                .bind("username", username)
                .then()
                .block();
        assertThat(browser.get("/akun").status()).isEqualTo(303);
    }

    /** Without an admin's token: the admin is bound as well. */
    private String insert(String role) {
        String username = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        String hash =
                Objects.requireNonNull(
                        PasswordEncoderFactories.createDelegatingPasswordEncoder()
                                .encode(PASSWORD));
        Map<String, String> values = Map.of("username", username, "role", role, "hash", hash);
        database.sql(
                        """
                        insert into account (id, username, name, role, agency_id, password_hash,
                                             created_at)
                        values (gen_random_uuid(), :username, 'Siti Rahayu', :role, 'agency-1',
                                :hash, now())
                        """)
                .bindValues(values)
                .then()
                .block();
        return username;
    }
}
