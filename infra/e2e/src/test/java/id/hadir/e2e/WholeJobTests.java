package id.hadir.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One sosialisasi from the first line of its form to the report, each person at a browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeJobTests {

    private static Rakor.Agency agency;
    private static String slug = "";
    private static String ticketOfBaros = "";
    private static String ticketOfAnyar = "";

    @BeforeAll
    static void accounts() {
        agency = Rakor.Agency.make();
    }

    @Test
    @Order(1)
    void organiserPlansInvitesAndPublishes() {
        try (Visitor organiser = Visitor.onLaptop()) {
            organiser.signIn(agency.organiser(), agency.password()).open("/panitia/baru");
            Page page = organiser.page();
            page.locator("#type").selectOption("sosialisasi");
            page.locator("#title").fill("Sosialisasi Netralitas ASN Kabupaten Serang");
            page.locator("#date").fill(inTwoWeeks().toString());
            page.locator("#startsAt").fill("09:00");
            page.locator("[id='venue.name']").fill("Forbis Hotel");
            page.locator("[id='venue.regionCode']").selectOption("36");
            page.locator("#capacity").fill("60");
            organiser.looksRight("event-form");
            click(page, "Simpan sebagai draf");
            page.waitForURL(url -> url.matches(".*/panitia/(?!baru).+"));
            slug = page.url().replaceAll(".*/panitia/", "").replaceAll("[?#].*", "");
            organiser.looksRight("draft");

            organiser.open("/panitia/" + slug + "/undang");
            page.locator("#kind").selectOption("kecamatan");
            page.locator("[id='regionCode']").selectOption("36");
            page.locator("[id='regionCode.regency']").selectOption("36.04");
            click(page, "Undang");
            assertThat(page.getByRole(AriaRole.ROW)).hasCount(1 + 29);
            organiser.looksRight("roster-of-invitations");

            organiser.open("/panitia/" + slug);
            click(page, "Terbitkan");
            assertThat(page.locator("main .badge--done").first()).isVisible();
            organiser.looksRight("published");
        }
    }

    @Test
    @Order(2)
    void organiserUploadsMaterial() {
        try (Visitor organiser = Visitor.onLaptop()) {
            organiser
                    .signIn(agency.organiser(), agency.password())
                    .open("/materi/" + slug + "/kelola");
            Page page = organiser.page();
            byte[] content = "%PDF-1.4 edaran".getBytes(StandardCharsets.UTF_8);
            page.locator("#file")
                    .setInputFiles(new FilePayload("edaran.pdf", "application/pdf", content));
            page.locator("#title").fill("Edaran netralitas");
            page.locator("#kind").selectOption("circular");
            page.locator("input[name=audience][value=public]").check();
            page.locator("form[data-method=POST] button[type=submit]").click();
            assertThat(page.locator("main li.card")).hasCount(1);
            organiser.looksRight("materials-of-organiser");
        }
    }

    @Test
    @Order(3)
    void attendeeFindsTheEventAndItsMaterial() {
        try (Visitor attendee = Visitor.onPhone()) {
            attendee.open("/").looksRight("agenda");
            attendee.page()
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("Kabupaten Serang"))
                    .first()
                    .click();
            attendee.page().waitForURL(url -> url.endsWith("/kegiatan/" + slug));
            attendee.looksRight("event");
            attendee.open("/materi/" + slug);
            assertThat(attendee.page().locator("main")).containsText("Edaran netralitas");
            attendee.looksRight("materials");
        }
    }

    @Test
    @Order(4)
    void attendeeRegistersByTypingTheOffice() {
        try (Visitor attendee = Visitor.onPhone()) {
            openForm(attendee);
            Page page = attendee.page();
            page.locator("#office").pressSequentially("baros");
            page.locator("#offices").getByText("Baros").first().click();
            fillPerson(page, "Dr. Siti Rahayu, S.H., M.Si.", "197805122003122001");
            attendee.looksRight("registration");
            click(page, "Kirim pendaftaran");
            ticketOfBaros = ticketShown(attendee);
            attendee.looksRight("ticket");
        }
    }

    @Test
    @Order(5)
    void attendeeRegistersWithoutScript() {
        try (Visitor attendee = Visitor.onPhoneWithoutScript()) {
            openForm(attendee);
            Page page = attendee.page();
            page.locator("#office").fill("anyar");
            page.locator("button[name=action][value=search]").click();
            page.locator("#offices input[type=radio]").first().check();
            fillPerson(page, "Budi", "");
            click(page, "Kirim pendaftaran");
            ticketOfAnyar = ticketShown(attendee);
            attendee.picture("ticket-without-script");
        }
    }

    @Test
    @Order(6)
    void wrongNipIsExplainedAndNothingTypedIsLost() {
        try (Visitor attendee = Visitor.onPhone()) {
            openForm(attendee);
            Page page = attendee.page();
            page.locator("#office").pressSequentially("ciruas");
            page.locator("#offices").getByText("Ciruas").first().click();
            fillPerson(page, "Wawan", "12345");
            click(page, "Kirim pendaftaran");
            assertThat(page.locator(".error-summary")).containsText("18 angka");
            assertThat(page.locator("[id='attendee.name']")).hasValue("Wawan");
            attendee.looksRight("registration-with-errors");
        }
    }

    @Test
    @Order(7)
    void deskLetsATicketInOnce() {
        try (Visitor desk = Visitor.onPhone()) {
            desk.signIn(agency.desk(), agency.password()).open("/presensi/" + slug);
            desk.looksRight("desk");
            Page page = desk.page();
            scan(page, ticketOfBaros);
            assertThat(page.locator("[data-verdict] .verdict-accepted")).isVisible();
            assertThat(page.locator("[data-verdict]")).containsText("Siti Rahayu");
            desk.looksRight("desk-accepted");
            desk.open("/presensi/" + slug);
            scan(page, ticketOfBaros);
            assertThat(page.locator("[data-verdict] .verdict-already-checked-in")).isVisible();
            desk.looksRight("desk-already");
            desk.open("/presensi/" + slug);
            scan(page, "AAAA-BBBB-CCCC");
            assertThat(page.locator("[data-verdict] .verdict-not-registered")).isVisible();
        }
    }

    @Test
    @Order(8)
    void officialReadsTheReportAndDownloadsIt() throws IOException {
        try (Visitor official = Visitor.onLaptop()) {
            official.signIn(agency.official(), agency.password()).open("/laporan");
            official.looksRight("reports").open("/laporan/" + slug);
            Page page = official.page();
            assertThat(page.locator(".numbers")).containsText("29");
            official.looksRight("report");
            Download csv =
                    page.waitForDownload(
                            () ->
                                    page.getByRole(AriaRole.LINK, named("Unduh CSV"))
                                            .first()
                                            .click());
            assertThat(Files.readString(csv.path())).contains("Baros").contains("Anyar");
        }
    }

    @Test
    @Order(9)
    void attendeeCancels() {
        try (Visitor attendee = Visitor.onPhoneWithoutScript()) {
            attendee.open("/tiket/" + ticketOfAnyar + "/batal");
            click(attendee.page(), "Ya, batalkan");
            assertThat(attendee.page().locator("main")).containsText("Dibatalkan");
            attendee.picture("ticket-cancelled");
        }
        assertThat(
                        Api.asAnyone()
                                .get("/api/registrations/" + ticketOfAnyar)
                                .expect(200)
                                .path("status")
                                .asString())
                .isEqualTo("cancelled");
    }

    @Test
    @Order(10)
    void englishIsASwitchAway() {
        try (Visitor attendee = Visitor.onPhone()) {
            attendee.open("/kegiatan/" + slug);
            assertThat(attendee.page().locator("html")).hasAttribute("lang", "id");
            attendee.page().locator("a[hreflang=en]").click();
            assertThat(attendee.page().locator("html")).hasAttribute("lang", "en");
            attendee.looksRight("event-in-english");
        }
    }

    /** The network is gone: the desk checks the signature itself, and the server decides later. */
    @Test
    @Order(11)
    void deskWithoutNetworkTellsAGenuineTicketFromOthers() {
        String qr =
                Api.asAnyone()
                        .get("/api/registrations/" + ticketOfBaros)
                        .expect(200)
                        .path("ticket")
                        .path("qr")
                        .asString();
        try (Visitor desk = Visitor.onPhone()) {
            desk.signIn(agency.desk(), agency.password()).open("/presensi/" + slug);
            Page page = desk.page();
            page.context().setOffline(true);
            scan(page, qr);
            assertThat(page.locator("[data-verdict]")).containsText("Tiket asli, belum tercatat");
            desk.looksRight("desk-offline-genuine");
            page.locator("[data-verdict] [data-next]").click();
            scan(page, qr.substring(0, qr.length() - 8) + "00000000");
            assertThat(page.locator("[data-verdict]")).containsText("QR tidak dikenal");
            page.locator("[data-verdict] [data-next]").click();
            scan(page, ticketOfBaros);
            assertThat(page.locator("[data-verdict] .verdict-queued")).isVisible();
            Object ofAnotherEvent =
                    page.evaluate(
                            "([qr, event]) => hadirTicket.check(qr, event,"
                                    + " document.querySelector('[data-desk]').dataset.keys)",
                            List.of(qr, UUID.randomUUID().toString()));
            assertThat(ofAnotherEvent).isEqualTo("foreign");

            page.locator("[data-verdict] [data-next]").click();
            page.context().setOffline(false);
            assertThat(page.locator("[data-late-list]")).containsText("Sudah masuk");
            assertThat(page.locator("[data-late-list]")).containsText("Tidak terdaftar");
            assertThat(page.locator("[data-waiting]")).isHidden();
        }
    }

    @Test
    @Order(12)
    void whoLostTheTicketAsksForItAndIsToldNothing() {
        try (Visitor attendee = Visitor.onPhone()) {
            attendee.open("/kegiatan/" + slug);
            attendee.page().locator("a[href^='/tiket/hilang']").click();
            attendee.looksRight("ticket-lost");
            attendee.page().locator("#contact").fill("orang.lain@example.go.id");
            click(attendee.page(), "Kirim ulang tiket");
            assertThat(attendee.page().locator("main")).containsText("Bila kontak itu terdaftar");
            attendee.looksRight("ticket-lost-asked");
        }
    }

    private static LocalDate inTwoWeeks() {
        return LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(14);
    }

    private static void openForm(Visitor attendee) {
        attendee.open("/kegiatan/" + slug + "/daftar");
        assertThat(attendee.page().locator("#office")).isVisible();
    }

    private static void fillPerson(Page page, String name, String nip) {
        page.locator("[id='attendee.name']").fill(name);
        page.locator("[id='attendee.nip']").fill(nip);
        page.locator("[id='attendee.position']").fill("Camat");
        page.locator("[id='attendee.phone']").fill("0812 3456 7890");
        page.locator("#noticeAccepted").check();
    }

    private static String ticketShown(Visitor attendee) {
        Page page = attendee.page();
        page.waitForURL(url -> url.contains("/tiket/"));
        assertThat(page.locator("svg.qr")).isVisible();
        return page.url().replaceAll(".*/tiket/", "").replaceAll("[?#].*", "");
    }

    private static void scan(Page page, String ticket) {
        page.locator("#ticket").fill(ticket);
        page.locator("#ticket").press("Enter");
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }

    private static void click(Page page, String button) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
    }
}
