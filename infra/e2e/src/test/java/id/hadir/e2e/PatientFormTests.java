package id.hadir.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registration form in a rush, and on a line that comes and goes. */
class PatientFormTests {

    private static final Rakor.Agency AGENCY = Rakor.Agency.make();
    private static final String NAME = "Dr. Siti Rahayu, S.H., M.Si.";

    private final Deque<Consumer<Route>> inTheWay = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private Rakor rakor;

    @BeforeEach
    void anEventOfItsOwn() {
        rakor = Rakor.make(AGENCY, 100);
    }

    @Test
    void whoIsRefusedInARushWaitsTypesNothingAgainAndIsRegisteredOnce() {
        try (Visitor attendee = Visitor.onPhone()) {
            Page page = fill(attendee);
            inTheWay.add(busy(60));
            inTheWay.add(busy(1));
            inTheWay.add(PatientFormTests::loseTheAnswer);

            submit(page);
            assertThat(waiting(page)).containsText("Sedang banyak yang mendaftar");
            assertThat(waiting(page)).containsText("Percobaan ke-2 dalam ");
            assertThat(page.locator("[data-heard]")).containsText("tidak perlu ditulis lagi");
            assertThat(send(page)).hasText("Menunggu giliran…");
            assertThat(page.locator("[id='attendee.name']")).hasValue(NAME);
            attendee.looksRight("registration-waiting");
            assertThat(sent).hasSize(1);

            page.locator("[data-now]").click();
            assertThat(waiting(page)).containsText("Percobaan ke-3 dalam ");
            assertThat(waiting(page)).containsText("Sambungan internet terputus");
            page.waitForURL(url -> url.contains("/tiket/"));
            assertThat(page.locator("svg.qr")).isVisible();
        }
        assertThat(sent).hasSize(4).containsOnly(sent.getFirst());
        assertThat(registered()).isEqualTo(1);
    }

    @Test
    void whoStopsWaitingKeepsWhatWasTypedAndSendsLater() {
        try (Visitor attendee = Visitor.onPhone()) {
            Page page = fill(attendee);
            inTheWay.add(busy(60));
            submit(page);
            page.locator("[data-stop]").click();
            assertThat(waiting(page)).containsText("Isian Anda masih ada");
            assertThat(send(page)).hasText("Kirim pendaftaran");
            assertThat(registered()).isZero();

            submit(page);
            page.waitForURL(url -> url.contains("/tiket/"));
        }
        assertThat(registered()).isEqualTo(1);
    }

    @Test
    void aPageLoadedAgainWhileItWaitedHasAllThatWasTypedAndOneOpenedAnewHasNothing() {
        try (Visitor attendee = Visitor.onPhone()) {
            Page page = fill(attendee);
            inTheWay.add(busy(60));
            submit(page);
            assertThat(waiting(page)).isVisible();
            page.reload();
            assertThat(waiting(page)).containsText("Isian Anda dikembalikan");
            assertThat(page.locator("[id='attendee.name']")).hasValue(NAME);
            assertThat(page.locator("#noticeAccepted")).isChecked();
            assertThat(page.locator("#offices input:checked")).hasCount(1);
            attendee.open(form());
            assertThat(page.locator("[id='attendee.name']")).hasValue("");

            fillPerson(page);
            page.locator("#office").pressSequentially("baros");
            page.locator("#offices").getByText("Baros").first().click();
            submit(page);
            page.waitForURL(url -> url.contains("/tiket/"));
        }
        assertThat(registered()).isEqualTo(1);
    }

    @Test
    void otherAnswersAreShownAsWithoutScript() {
        try (Visitor attendee = Visitor.onPhone()) {
            Page page = fill(attendee);
            page.locator("[id='attendee.nip']").fill("12345");
            submit(page);
            assertThat(page.locator(".error-summary")).containsText("18 angka");
            assertThat(page.locator(".error-summary")).isFocused();
            assertThat(page.locator("[id='attendee.name']")).hasValue(NAME);

            page.locator("[id='attendee.nip']").fill("");
            submit(page);
            page.waitForURL(url -> url.contains("/tiket/"));
        }
        assertThat(registered()).isEqualTo(1);
    }

    private String form() {
        return "/kegiatan/" + rakor.slug() + "/daftar";
    }

    private Page fill(Visitor attendee) {
        Page page = attendee.page();
        page.route("**" + form(), this::onTheWay);
        attendee.open(form());
        page.locator("#office").pressSequentially("baros");
        page.locator("#offices").getByText("Baros").first().click();
        fillPerson(page);
        return page;
    }

    private static void fillPerson(Page page) {
        page.locator("[id='attendee.name']").fill(NAME);
        page.locator("[id='attendee.position']").fill("Camat");
        page.locator("[id='attendee.phone']").fill("0812 3456 7890");
        page.locator("#noticeAccepted").check();
    }

    /** The next thing in the way of a sent form happens to it; in the end nothing is in the way. */
    private void onTheWay(Route route) {
        if (!route.request().method().equals("POST")) {
            route.resume();
            return;
        }
        sent.add(route.request().postData());
        Consumer<Route> next = inTheWay.poll();
        if (next == null) {
            route.resume();
        } else {
            next.accept(route);
        }
    }

    private static Consumer<Route> busy(int retryAfter) {
        return route ->
                route.fulfill(
                        new Route.FulfillOptions()
                                .setStatus(503)
                                .setHeaders(Map.of("Retry-After", String.valueOf(retryAfter)))
                                .setBody("busy"));
    }

    /** The form arrives and is registered; the answer never comes back. */
    private static void loseTheAnswer(Route route) {
        route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        route.abort();
    }

    private static Locator waiting(Page page) {
        return page.locator("[data-patience]");
    }

    private static Locator send(Page page) {
        return page.locator("main .sticky button[type=submit]");
    }

    private static void submit(Page page) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Kirim pendaftaran").setExact(true))
                .last()
                .click();
    }

    private int registered() {
        return AGENCY.asOrganiser()
                .get("/api/events/" + rakor.id() + "/registrations")
                .expect(200)
                .path("items")
                .size();
    }
}
