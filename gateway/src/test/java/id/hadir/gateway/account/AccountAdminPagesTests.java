package id.hadir.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.Browser;
import id.hadir.gateway.GatewayTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountAdminPagesTests extends GatewayTest {

    @Test
    void anAdminFindsTheListInTheNavigationAndAnOrganiserDoesNot() {
        assertThat(admin().get("/akun").body()).contains("href=\"/admin/akun\"");
        Browser organiser = new Browser(http).signIn(accountWithRole("organiser"), PASSWORD);
        assertThat(organiser.get("/akun").body()).doesNotContain("/admin/akun");
        assertThat(organiser.get("/admin/akun").status()).isEqualTo(403);
    }

    @Test
    void anAccountIsMadeFoundChangedAndSwitchedOff() {
        Browser admin = admin();
        String username = "siti." + UUID.randomUUID().toString().substring(0, 8);
        assertThat(admin.get("/admin/akun/baru").body()).contains("Bawaslu Kabupaten Pati");
        Browser.Answer made =
                admin.post(
                        "/admin/akun/baru",
                        "username",
                        username,
                        "name",
                        "Siti <b>Rahayu</b>",
                        "role",
                        "desk",
                        "agencyId",
                        "agency-1",
                        "password",
                        PASSWORD);
        String path = "/admin/akun/" + idOf(username);
        assertThat(made.location()).isEqualTo(path + "?kabar=made");
        assertThat(admin.get(made.location()).body())
                .contains("Siti &lt;b>Rahayu&lt;/b>", "Akun sudah dibuat.");
        assertThat(admin.post("/admin/akun", "q", username).body())
                .contains("href=\"" + path + "\"");

        String token = tokenOf(username, PASSWORD);
        Browser.Answer saved =
                admin.post(
                        path,
                        "version",
                        "1",
                        "name",
                        "Siti Rahayu",
                        "role",
                        "desk",
                        "agencyId",
                        "agency-1");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(admin.get(saved.location()).body()).contains("Nonaktif");
        assertThat(isAlive(token)).isFalse();
    }

    @Test
    void whatWasTypedStaysWhenItIsWrong() {
        Browser admin = admin();
        admin.get("/admin/akun/baru");
        Browser.Answer answer =
                admin.post("/admin/akun/baru", "username", "admin", "name", "Budi", "role", "desk");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#agencyId\"", "href=\"#password\"", "value=\"Budi\"");

        Browser.Answer taken =
                admin.post(
                        "/admin/akun/baru",
                        "username",
                        "admin",
                        "name",
                        "Budi",
                        "role",
                        "official",
                        "password",
                        PASSWORD);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("Nama pengguna sudah dipakai.", "value=\"Budi\"");
    }

    @Test
    void aFormFilledInFromAnOldVersionIsRefused() {
        Browser admin = admin();
        String path = "/admin/akun/" + idOf(accountWithRole("official"));
        admin.get(path);
        String[] form = {"version", "1", "name", "Dewi", "role", "official", "active", "true"};
        assertThat(admin.post(path, form).status()).isEqualTo(303);
        Browser.Answer stale = admin.post(path, form);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body()).contains("Sudah berubah", "value=\"Dewi\"");
    }

    @Test
    void aPasswordIsSetAndAllSessionsAreEnded() {
        Browser admin = admin();
        String username = accountWithRole("desk");
        String path = "/admin/akun/" + idOf(username);
        admin.get(path);
        assertThat(admin.post(path + "/kata-sandi", "password", "kurang").body())
                .contains("href=\"#password\"");
        assertThat(admin.post(path + "/kata-sandi", "password", "dua belas rabiulawal").location())
                .isEqualTo(path + "?kabar=password");

        String token = tokenOf(username, "dua belas rabiulawal");
        assertThat(admin.post(path + "/keluarkan").location()).isEqualTo(path + "?kabar=ended");
        assertThat(isAlive(token)).isFalse();
    }

    private Browser admin() {
        return new Browser(http).signIn("admin", ADMIN_PASSWORD);
    }
}
