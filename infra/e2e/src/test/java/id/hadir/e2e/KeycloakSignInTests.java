package id.hadir.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in by OIDC with a real Keycloak, and out again at both ends. */
class KeycloakSignInTests {

    private static final String OFFICIAL = "sekda.pati";

    @AutoClose private static Keycloak keycloak;

    @BeforeAll
    static void startKeycloak() {
        assumeTrue(RunningSystem.isOurs(), "the gateway has to know the provider");
        keycloak = Keycloak.start();
    }

    @Test
    void anOfficialSignsInWithRoleAndRegionAndIsOutAtBothEndsAfterwards() {
        try (Visitor official = Visitor.onPhone()) {
            Page page = official.open("/masuk?ke=/laporan").looksRight("sign-in-sso").page();
            signIn(page, OFFICIAL);
            page.waitForURL(url -> url.endsWith("/laporan"));

            official.open("/akun").looksRight("account-of-sso");
            assertThat(page.locator("dl.facts")).containsText("Jumani Contoh");
            assertThat(page.locator("dl.facts")).containsText("Pejabat");
            assertThat(page.locator("dl.facts")).containsText("33.18");

            page.locator("form[action='/keluar'] button").click();
            page.waitForURL(url -> url.equals(RunningSystem.get().url() + "/"));
            official.open("/akun");
            assertThat(page.locator("h1")).hasText("Masuk");
            sso(page).click();
            assertThat(page.locator("#password")).isVisible(); // Keycloak asks again
        }
    }

    @Test
    void whoseSessionsEndAtKeycloakIsOutHere() {
        try (Visitor official = Visitor.onLaptop()) {
            Page page = official.open("/masuk?ke=/akun").page();
            signIn(page, OFFICIAL);
            page.waitForURL(url -> url.endsWith("/akun"));
            keycloak.endSessionsOf(OFFICIAL);
            RunningSystem.await(
                    "the session to end",
                    Duration.ofSeconds(20),
                    () -> {
                        official.open("/akun");
                        return page.url().contains("/masuk");
                    });
        }
    }

    @Test
    void whoHasNoRoleIsToldSoAndMayLeaveAsSomebodyElse() {
        try (Visitor guest = Visitor.onPhone()) {
            Page page = guest.open("/masuk").page();
            signIn(page, "tamu");
            assertThat(page.locator("h1")).hasText("Akun Anda belum diberi peran");
            guest.looksRight("sign-in-without-role");
            page.getByText("pakai akun lain").click();
            page.waitForURL(url -> url.equals(RunningSystem.get().url() + "/"));
            guest.open("/akun");
            assertThat(page.locator("h1")).hasText("Masuk");
        }
    }

    private static Locator sso(Page page) {
        return page.getByText("Masuk dengan SSO daerah");
    }

    private static void signIn(Page page, String username) {
        sso(page).click();
        page.locator("#username").fill(username);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
    }
}
