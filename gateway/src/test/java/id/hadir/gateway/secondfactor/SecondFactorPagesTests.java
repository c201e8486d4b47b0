package id.hadir.gateway.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.gateway.Browser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SecondFactorPagesTests extends SecondFactorTest {

    @Test
    void halfSignedInIsNobody() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        Browser browser = new Browser(http);
        Browser.Answer password =
                browser.post(
                        "/masuk", "username", username, "password", PASSWORD, "ke", "/laporan");
        assertThat(password.location()).isEqualTo("/masuk/kode?ke=%2Flaporan");
        String pending = Objects.requireNonNull(browser.cookies().get("hadir_masuk"));
        assertThat(browser.cookies()).doesNotContainKey("hadir_session");
        assertThat(browser.get("/akun").location()).startsWith("/masuk?ke=");
        assertThat(isAlive(pending)).isFalse();
        http.get()
                .uri("/api/account")
                .cookie("hadir_session", pending)
                .exchange()
                .expectStatus()
                .isUnauthorized();

        assertThat(browser.get(password.location()).body()).contains("Kode verifikasi");
        assertThat(browser.post("/masuk/kode", "code", "12").body()).contains("href=\"#code\"");
        Browser.Answer done = browser.post("/masuk/kode", "code", phone.code(), "ke", "/laporan");
        assertThat(done.location()).isEqualTo("/laporan");
        assertThat(browser.cookies()).doesNotContainKey("hadir_masuk");
        assertThat(browser.get("/akun").status()).isEqualTo(200);
    }

    @Test
    void afterFiveWrongCodesThePasswordIsAskedForAgain() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        Browser browser = new Browser(http);
        browser.post("/masuk", "username", username, "password", PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/masuk/kode", "code", "00000" + i).status()).isEqualTo(422);
        }
        Browser.Answer over = browser.post("/masuk/kode", "code", phone.code());
        assertThat(browser.get(over.location()).body()).contains("Terlalu banyak kode yang salah");
    }

    @Test
    void aPasswordChangedMeanwhileEndsTheHalfSignIn() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        Browser browser = new Browser(http);
        browser.post("/masuk", "username", username, "password", PASSWORD);
        call(
                        PUT,
                        "/api/accounts/" + idOf(username) + "/password",
                        adminToken(),
                        Map.of("password", "sebelas maret semarang"))
                .expectStatus()
                .isNoContent();
        assertThat(browser.post("/masuk/kode", "code", phone.code()).location())
                .startsWith("/masuk?lagi=");
    }

    @Test
    void theOwnerTurnsItOnAndOffOnThePage() {
        String username = accountWithRole("desk");
        Browser browser = new Browser(http).signIn(username, PASSWORD);
        assertThat(browser.get("/akun/dua-langkah").body()).contains("Belum aktif");
        Browser.Answer begun = browser.post("/akun/dua-langkah", "password", PASSWORD);
        assertThat(begun.body()).contains("<svg width");
        Totp totp =
                read(
                        begun.body()
                                .replaceAll("(?s).*id=\"secret\">([A-Z2-7 ]+)<.*", "$1")
                                .replace(" ", ""));
        Phone phone = new Phone(totp, List.of());
        assertThat(browser.post("/akun/dua-langkah/kode", "code", "1").body())
                .contains("href=\"#code\"")
                .doesNotContain(totp.base32());
        assertThat(browser.post("/akun/dua-langkah/kode", "code", phone.code()).body())
                .contains("Kode cadangan", "Verifikasi dua langkah sudah aktif.");

        laterThanAllCodes(username);
        browser.get("/akun/dua-langkah");
        assertThat(
                        browser.post(
                                        "/akun/dua-langkah/hapus",
                                        "password",
                                        PASSWORD,
                                        "code",
                                        "000000")
                                .status())
                .isEqualTo(422);
        assertThat(
                        browser.post(
                                        "/akun/dua-langkah/hapus",
                                        "password",
                                        PASSWORD,
                                        "code",
                                        phone.code())
                                .location())
                .isEqualTo("/akun/dua-langkah");
        signIn(username, null).expectStatus().isOk();
    }
}
