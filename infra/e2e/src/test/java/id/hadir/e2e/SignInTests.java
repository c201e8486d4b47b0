package id.hadir.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class SignInTests {

    @Test
    void adminSignsInWithTheFirstPassword() {
        try (Visitor admin = Visitor.onLaptop()) {
            admin.signIn("admin", RunningSystem.get().adminPassword()).picture("signed-in");
            assertThat(admin.page().getByRole(AriaRole.LINK)).not().hasCount(0);
            Axe.findsNothingSerious(admin.page());
        }
    }
}
