package id.hadir.attendance.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Browser.Seen;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/** The desk in a browser without script. */
@ServiceTest
class DeskPagesTests {

    private static final String DESK = TestTokens.desk(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;

    private static String desk(UUID event) {
        return "/presensi/rakor-" + event;
    }

    private String code(UUID event, UUID unit, String name) {
        return api.registered(event, api.person(unit, name, ""))
                .path("ticket")
                .path("code")
                .stringValue();
    }

    private Seen scan(UUID event, String ticket, String nonce) {
        return browser.submit(
                DESK, desk(event), Map.of("ticket", ticket, "nonce", nonce, "device", "Pintu 1"));
    }

    @Test
    void aTypedCodeIsAnsweredWithTheVerdictAndTheName() {
        UUID event = sample.event(e -> e);
        String code = code(event, sample.invitedUnit(event, 1), "Dr. Siti Rahayu");
        Seen before = browser.get(DESK, desk(event));
        assertThat(before.html()).contains("hadir dari 1 terdaftar", "Belum ada yang masuk.");

        Seen accepted = scan(event, code.toLowerCase(Locale.ROOT), before.value("nonce"));

        assertThat(accepted.html())
                .contains("class=\"verdict verdict-accepted\"", "Silakan masuk")
                .contains("<p class=\"verdict-name\">Dr. Siti Rahayu</p>", "Kecamatan Baros");
        assertThat(accepted.value("device")).isEqualTo("Pintu 1");
        assertThat(scan(event, code, before.value("nonce")).html())
                .as("the same form sent again")
                .contains("class=\"verdict verdict-accepted\"");
        assertThat(scan(event, code, "another").html())
                .contains("class=\"verdict verdict-already-checked-in\"", "sudah dipindai pukul");
        assertThat(browser.get(DESK, desk(event)).html())
                .contains("<strong>Dr. Siti Rahayu</strong>")
                .doesNotContain(
                        "<div class=\"verdict verdict-already-checked-in\"><p"
                                + " class=\"verdict-word\"");
    }

    @Test
    void whatIsWrongIsSaidInAWord() {
        UUID event = sample.event(e -> e);
        UUID other = sample.event(e -> e);
        String foreign = code(other, sample.invitedUnit(other, 1), "Budi");
        String cancelled = code(event, sample.invitedUnit(event, 1), "Siti");
        api.delete(TestTokens.anyone(), "/api/registrations/" + cancelled);

        assertThat(scan(event, "0000-0000-0000", "a").html()).contains("verdict-not-registered");
        assertThat(scan(event, foreign, "b").html())
                .contains("class=\"verdict verdict-wrong-event\"")
                .doesNotContain("Budi");
        assertThat(scan(event, cancelled, "c").html())
                .contains("class=\"verdict verdict-cancelled\"");
    }

    @Test
    void onlyTheAgencysOwnDeskGetsIn() {
        UUID event = sample.event(e -> e);
        assertThat(browser.get(TestTokens.desk("another"), desk(event)).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.get(TestTokens.official(null), desk(event)).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.get(TestTokens.desk("another"), desk(event) + "/tamu").status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.get(TestTokens.anyone(), desk(event)).status())
                .isEqualTo(HttpStatus.SEE_OTHER);
    }

    @Test
    void aSessionMustBringItsToken() {
        UUID event = sample.event(e -> e);
        String code = code(event, sample.invitedUnit(event, 1), "Siti");
        String session = TestTokens.token("petugas", "desk", Sample.AGENCY, null, "csrf-1");
        Map<String, String> fields = new HashMap<>(Map.of("ticket", code, "nonce", "n"));

        assertThat(browser.submit(session, desk(event), fields).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.submit(session, desk(event) + "/tamu", fields).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        fields.put("_csrf", browser.get(session, desk(event)).value("_csrf"));
        assertThat(browser.submit(session, desk(event), fields).html())
                .contains("class=\"verdict verdict-accepted\"");
    }

    @Test
    void aGuestIsFoundAnOfficeAndIsInAtOnceAndOnlyOnce() {
        UUID event = sample.event(e -> e.put("capacity", 1));
        code(event, sample.invitedUnit(event, 1), "Siti");
        UUID unit = sample.unit("Dinas Perikanan", "opd", "33.18");
        Seen form = browser.get(DESK, desk(event) + "/tamu");
        Map<String, String> fields = new HashMap<>();
        fields.put("key", form.value("key"));
        fields.put("attendee.name", "Tamu <i>Baru</i>");
        fields.put("office", "perikanan");
        fields.put("action", "search");
        Seen searched = browser.submit(DESK, desk(event) + "/tamu", fields);
        assertThat(searched.html()).contains("Dinas Perikanan");
        assertThat(searched.html()).doesNotContain("<i>Baru");
        fields.remove("action");

        Seen missing = browser.submit(DESK, desk(event) + "/tamu", fields);
        assertThat(missing.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(missing.html()).contains("href=\"#unitId\"");
        fields.put("unitId", unit.toString());
        for (int i = 0; i < 2; i++) {
            Seen done = browser.submit(DESK, desk(event) + "/tamu", fields);
            assertThat(done.location()).isEqualTo(desk(event) + "?dicatat=tamu");
        }
        assertThat(browser.get(DESK, desk(event) + "?dicatat=tamu").html())
                .contains(
                        "Tamu sudah tercatat hadir.",
                        "Tamu &lt;i&gt;Baru",
                        "hadir dari 2 terdaftar");
    }

    @Test
    void anOfficeThatSentWordIsExcused() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 1);
        String path = desk(event) + "/izin";
        assertThat(browser.get(DESK, path).html()).contains("Kecamatan Baros", "Dinas luar");
        assertThat(browser.get(DESK, path + "/kantor?office=lain").html())
                .contains("Tidak ada kantor undangan");

        Seen missing = browser.submit(DESK, path, Map.of("note", "ditelepon"));
        assertThat(missing.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(missing.html()).contains("href=\"#unitId\"", "href=\"#reason\"", "ditelepon");

        Seen done =
                browser.submit(
                        DESK, path, Map.of("unitId", unit.toString(), "reason", "dinas-luar"));
        assertThat(browser.get(DESK, done.location()).html())
                .contains("Izin kantor sudah tercatat.");
        assertThat(
                        api.read(api.get(DESK, "/api/events/" + event + "/attendance"))
                                .path("totals")
                                .path("excused")
                                .intValue())
                .isOne();
    }

    @Test
    void aCancelledEventHasNoDesk() {
        UUID event = sample.event(e -> e.put("status", "cancelled"));
        assertThat(browser.get(DESK, desk(event)).html())
                .contains("Presensi tidak dibuka")
                .doesNotContain("name=\"ticket\"");
    }

    @Test
    void anUnknownCodeIsShownAndLeadsToTheGuests() {
        UUID event = sample.event(e -> e);
        String verdict = scan(event, " 0000-0000-zzzz ", "a").html();
        verdict = verdict.substring(0, verdict.indexOf("desk-grid"));
        assertThat(verdict).contains("0000-0000-ZZZZ", "href=\"" + desk(event) + "/tamu\"");
    }

    @Test
    void theDeskOfAnotherDaySaysSo() {
        UUID later = sample.event(e -> e);
        assertThat(browser.get(DESK, desk(later)).html()).contains("bukan hari ini");
        String now = Instant.now().toString();
        UUID today = sample.event(e -> e.put("startsAt", now).put("endsAt", now));
        assertThat(browser.get(DESK, desk(today)).html()).doesNotContain("bukan hari ini");
    }

    @Test
    void theWordsOfTheGuestFormAreForTheOfficer() {
        UUID event = sample.event(e -> e);
        assertThat(browser.get(DESK, desk(event) + "/tamu").html())
                .contains("Cari kantor tamu", "Jabatan tamu sendiri")
                .doesNotContain("kantor Anda", "Jabatan Anda", "Saya");
    }
}
