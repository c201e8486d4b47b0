package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** The list of registrations in a browser. */
@ServiceTest
class ParticipantPagesTests {

    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);
    private static final String SITI = "197805122003122001";

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;

    private static String list(UUID event) {
        return "/panitia/rakor-" + event + "/peserta";
    }

    private UUID eventWithTwo() {
        UUID event = sample.openEvent(e -> e);
        UUID district = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        UUID office = sample.unit("Dinas Kesehatan", "opd", "33.18");
        api.registered(event, api.person(district, "Siti Rahayu", SITI));
        api.registered(event, api.person(office, "Budi 100%", ""));
        return event;
    }

    @Test
    void theOrganiserSeesHowToReachThemAndTheDeskDoesNot() {
        UUID event = eventWithTwo();
        assertThat(browser.get(ORGANISER, list(event)).html())
                .contains("2 pendaftaran", "Siti Rahayu", SITI, "+6281234567890");
        assertThat(browser.get(TestTokens.desk(Sample.AGENCY), list(event)).html())
                .contains("Siti Rahayu", "1978 ••••• 001")
                .doesNotContain(SITI, "+6281234567890");
        assertThat(browser.get(TestTokens.organiser("another"), list(event)).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.get(TestTokens.official(null), list(event)).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void itIsSearchedAndFiltered() {
        UUID event = eventWithTwo();
        assertThat(search(event, Map.of("q", "rahayu")))
                .contains("1 pendaftaran", "Siti Rahayu", "value=\"rahayu\"")
                .doesNotContain("Budi");
        assertThat(search(event, Map.of("q", "100%"))).contains("1 pendaftaran", "Budi");
        assertThat(search(event, Map.of("q", "_"))).contains("Tidak ada yang cocok");
        assertThat(search(event, Map.of("jenis", "opd"))).contains("Budi").doesNotContain("Rahayu");
        assertThat(search(event, Map.of("keadaan", "waitlisted"))).contains("Tidak ada yang cocok");
        assertThat(search(event, Map.of("keadaan", "attended"))).contains("Tidak ada yang cocok");
        assertThat(search(event, Map.of("keadaan", "confirmed"))).contains("2 pendaftaran");
    }

    @Test
    void aDesaAdatOfPapuaIsAKindOfItsOwn() {
        UUID event = eventWithTwo();
        UUID village = sample.unit("Desa Adat Yoboi", "desa-adat", "91.03.01.2014");
        api.registered(event, api.person(village, "Yosep Wally", ""));

        assertThat(search(event, Map.of("jenis", "desa-adat")))
                .contains("<option value=\"desa-adat\" selected>Desa adat</option>", "Yosep Wally")
                .doesNotContain("Siti Rahayu");
        assertThat(browser.get(TestTokens.anyone(), offices(event, "yoboi")).html())
                .contains("Desa adat")
                .doesNotContain("kind.");
    }

    private static String offices(UUID event, String typed) {
        return "/kegiatan/rakor-" + event + "/daftar/kantor?office=" + typed;
    }

    private String search(UUID event, Map<String, String> fields) {
        return browser.submit(ORGANISER, list(event), fields).html();
    }

    @Test
    void whatIsSearchedForNeverStandsInAnAddress() {
        UUID event = eventWithTwo();
        String html = search(event, Map.of("q", SITI));
        assertThat(html).contains("Siti Rahayu");
        Matcher addresses = Pattern.compile("(?:href|action)=\"([^\"]*)\"").matcher(html);
        assertThat(addresses.results().map(found -> found.group(1)))
                .noneMatch(address -> address.contains(SITI) || address.contains("Siti"));
    }

    @Test
    void pagesFollowOneAnother() {
        UUID event = eventWithTwo();
        String first = browser.get(ORGANISER, list(event) + "?limit=1").html();
        assertThat(first)
                .contains("2 pendaftaran", "Memuat 1–1 dari 2", "Siti")
                .doesNotContain("Budi");
        Matcher next = Pattern.compile("action=\"(/[^\"]*cursor=[^\"]*)\"").matcher(first);
        assertThat(next.find()).isTrue();

        String second = browser.submit(ORGANISER, next.group(1), Map.of()).html();

        assertThat(second).contains("Memuat 2–2 dari 2", "Budi").doesNotContain("Siti Rahayu");
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        UUID event = sample.event(e -> e);
        assertThat(browser.get(ORGANISER, list(event)).html())
                .contains("Belum ada yang mendaftar.", "Bagikan tautan pendaftaran");
    }

    @Test
    void theVersionForPaperHoldsThemAllAndKeepsTheFilter() {
        UUID event = eventWithTwo();
        String paper = browser.get(ORGANISER, list(event) + "?limit=1&cetak=true").html();
        assertThat(paper).contains("Siti", "Budi").doesNotContain("Memuat", "cursor=");
        assertThat(
                        browser.submit(
                                        ORGANISER,
                                        list(event) + "?cetak=true",
                                        Map.of("jenis", "opd"))
                                .html())
                .contains("Budi")
                .doesNotContain("Siti");
    }

    @Test
    void theWayBackIsTheReadersOwn() {
        UUID event = eventWithTwo();
        assertThat(browser.get(ORGANISER, list(event)).html())
                .contains("class=\"back\" href=\"/panitia/rakor-" + event + "\"");
        assertThat(browser.get(TestTokens.desk(Sample.AGENCY), list(event)).html())
                .contains("class=\"back\" href=\"/presensi/rakor-" + event + "\"");
    }

    @Test
    void anEventWithoutATimeHasNoHourOfEntering() {
        UUID event = sample.openEvent(e -> e);
        UUID office = sample.unit("Dinas Kesehatan", "opd", "33.18");
        api.post(ORGANISER, "/api/events/" + event + "/walk-ins", api.person(office, "Budi", ""))
                .expectStatus()
                .isCreated();
        assertThat(browser.get(ORGANISER, list(event)).html()).contains("masuk ");
        ObjectNode dateOnly = sample.eventNode(event).put("version", 2).put("date", "2024-01-31");
        dateOnly.remove("startsAt");
        sample.put(dateOnly);
        assertThat(browser.get(ORGANISER, list(event)).html())
                .contains("Budi")
                .doesNotContain("masuk ");
    }
}
