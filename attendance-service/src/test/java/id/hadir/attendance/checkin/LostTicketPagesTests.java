package id.hadir.attendance.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Browser.Seen;
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

/** Whoever lost the ticket is found on the list of attendees and let in from there. */
@ServiceTest
class LostTicketPagesTests {

    private static final String DESK = TestTokens.desk(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;

    private static String desk(UUID event) {
        return "/presensi/rakor-" + event;
    }

    private void register(UUID event, UUID unit, String name) {
        api.registered(event, api.person(unit, name, ""));
    }

    @Test
    void whoLostTheTicketIsCheckedInFromTheListAndOnlyOnce() {
        UUID event = sample.event(e -> e);
        register(event, sample.invitedUnit(event, 1), "Siti <b>Rahayu");
        Seen roster = browser.get(DESK, "/panitia/rakor-" + event + "/peserta");
        String action = checkInOf(roster);
        Map<String, String> form = Map.of("nonce", roster.value("nonce"));

        for (int i = 0; i < 2; i++) {
            String done = browser.submit(DESK, action, form).location();
            assertThat(done).doesNotContain("Siti").startsWith(desk(event) + "?dicatat=peserta");
            assertThat(browser.get(DESK, done).html())
                    .contains(
                            "Siti &lt;b&gt;Rahayu sudah tercatat hadir.", "hadir dari 1 terdaftar");
        }

        assertThat(browser.submit(DESK, action, Map.of("nonce", "another")).html())
                .contains("class=\"verdict verdict-already-checked-in\"", "Siti &lt;b&gt;Rahayu");
        assertThat(browser.get(DESK, "/panitia/rakor-" + event + "/peserta").html())
                .doesNotContain("Catat hadir");
    }

    @Test
    void theListChecksInForTheOwnEventAlone() {
        UUID event = sample.event(e -> e);
        UUID other = sample.event(e -> e);
        register(event, sample.invitedUnit(event, 1), "Siti");
        register(other, sample.invitedUnit(other, 1), "Budi");
        String action = checkInOf(browser.get(DESK, "/panitia/rakor-" + event + "/peserta"));
        String ofOther =
                checkInOf(browser.get(DESK, "/panitia/rakor-" + other + "/peserta"))
                        .replace(other.toString(), event.toString());
        String session = TestTokens.token("petugas", "desk", Sample.AGENCY, null, "csrf-1");
        Map<String, String> form = Map.of("nonce", "n");

        assertThat(browser.submit(TestTokens.desk("another"), action, form).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.submit(TestTokens.official(null), action, form).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.submit(session, action, form).status())
                .as("without the token of the session")
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.submit(DESK, ofOther, form).html())
                .contains("class=\"verdict verdict-not-registered\"")
                .doesNotContain("Budi");
        assertThat(browser.get(DESK, desk(event)).html()).contains("Belum ada yang masuk.");
        Map<String, String> own =
                Map.of("nonce", "m", "_csrf", browser.get(session, desk(event)).value("_csrf"));
        assertThat(browser.submit(session, action, own).location()).contains("dicatat=peserta");
    }

    private static String checkInOf(Seen roster) {
        Matcher action =
                Pattern.compile("action=\"(/presensi/[^\"]+/peserta/[^\"]+)\"")
                        .matcher(roster.html());
        assertThat(action.find()).isTrue();
        return action.group(1);
    }

    @Test
    void aGuestWhoIsOnTheListIsSoughtThere() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 1);
        register(event, unit, "Siti Rahayu");

        Seen refused =
                browser.submit(
                        DESK,
                        desk(event) + "/tamu",
                        Map.of("attendee.name", "Siti Rahayu", "unitId", unit.toString()));

        assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.html())
                .contains("Sudah terdaftar", "action=\"/panitia/rakor-" + event + "/peserta\"")
                .doesNotContain("perangkat yang dipakai mendaftar");
        assertThat(refused.value("q")).isEqualTo("Siti Rahayu");
        assertThat(
                        browser.submit(
                                        DESK,
                                        "/panitia/rakor-" + event + "/peserta",
                                        Map.of("q", refused.value("q")))
                                .html())
                .contains("Catat hadir");
    }
}
