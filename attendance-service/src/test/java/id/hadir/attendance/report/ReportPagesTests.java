package id.hadir.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/** Reports in a browser. */
@ServiceTest
class ReportPagesTests {

    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;

    private UUID event;

    private String report(String token, String query) {
        return browser.get(token, "/laporan/rakor-" + event + query).html();
    }

    private void ended() {
        sample.put(Sample.ended(sample.eventNode(event).put("version", 2)));
    }

    /** Baros came, Ciruas did not, an office of Pati did not. */
    private void eventWithThreeOffices() {
        event = sample.event(e -> e);
        UUID baros = sample.invitedUnit(event, 1);
        UUID ciruas = sample.unit("Kecamatan Ciruas", "kecamatan", "36.04.01");
        UUID pati = sample.unit("Dinas <b>Pati</b>", "opd", "33.18");
        sample.invite(event, ciruas, 1);
        sample.invite(event, pati, 1);
        String code =
                api.registered(event, api.person(baros, "Siti", ""))
                        .path("ticket")
                        .path("code")
                        .stringValue();
        browser.submit(
                TestTokens.desk(Sample.AGENCY),
                "/presensi/rakor-" + event,
                Map.of("ticket", code, "nonce", "n"));
    }

    @Test
    void itNamesWhoIsNotHereYetAndLaterWhoNeverCame() {
        eventWithThreeOffices();
        assertThat(report(ORGANISER, ""))
                .contains("Yang belum hadir", "<li>Kecamatan Ciruas")
                .contains("Dinas &lt;b&gt;Pati")
                .doesNotContain("<li>Kecamatan Baros", "<b>Pati");
        ended();
        assertThat(report(ORGANISER, ""))
                .contains("Yang tidak hadir tanpa keterangan", "bar__wrong");
    }

    @Test
    void aGuestStandsInNoCountOfTheInvited() {
        eventWithThreeOffices();
        UUID guest = sample.unit("Dinas Tamu", "opd", "36.04");
        api.post(
                        TestTokens.desk(Sample.AGENCY),
                        "/api/events/" + event + "/walk-ins",
                        api.person(guest, "Tamu", ""))
                .expectStatus()
                .isCreated();
        String html = report(ORGANISER, "");
        assertThat(html)
                .contains("Tidak termasuk 1 kantor yang datang tanpa undangan.")
                .contains("Tamu (tanpa undangan)")
                .contains("1 hadir · 2 belum hadir");
    }

    @Test
    void anOfficialSeesTheOwnRegionAlone() {
        eventWithThreeOffices();
        sample.unit("Kabupaten Serang", "pemda-kabupaten-kota", "36.04");
        sample.unit("Kabupaten Tiruan", "pemda-kabupaten-kota", "36.04");
        assertThat(report(TestTokens.official("36.04"), ""))
                .contains("Hanya kantor di wilayah Kabupaten Serang", "Kecamatan Ciruas")
                .doesNotContain("Pati");
        assertThat(report(TestTokens.official("33.18"), ""))
                .contains("Pati")
                .doesNotContain("Ciruas", "Kecamatan Baros");
        assertThat(browser.get(TestTokens.official("36.04"), "/laporan").html())
                .contains("/laporan/rakor-" + event);
    }

    @Test
    void theTableIsFilteredAndTurnedOver() {
        eventWithThreeOffices();
        assertThat(table("?jenis=opd")).contains("Pati").doesNotContain("Ciruas");
        assertThat(table("?wilayah=36.04.01")).contains("Ciruas").doesNotContain("Pati", "Baros");
        assertThat(table("?keadaan=present")).contains("Baros").doesNotContain("Ciruas");
        assertThat(table("?keadaan=excused")).contains("Tidak ada yang cocok");
        assertThat(table("?limit=1")).contains("cursor=").doesNotContain("Ciruas\n");
        assertThat(report(ORGANISER, "?limit=1")).contains("Memuat 1–1 dari 3");
        assertThat(report(ORGANISER, "?limit=1&cetak=true"))
                .contains("3 kantor")
                .doesNotContain("Memuat", "cursor=");
        assertThat(browser.get(ORGANISER, "/laporan/rakor-" + event + "?keadaan=x").status())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String table(String query) {
        String html = report(ORGANISER, query);
        int start = html.indexOf("<table");
        return start < 0 ? html : html.substring(start);
    }

    @Test
    void othersAreTurnedAway() {
        eventWithThreeOffices();
        String path = "/laporan/rakor-" + event;
        assertThat(browser.get(TestTokens.organiser("another"), path).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.get(TestTokens.organiser("another"), "/laporan").html())
                .doesNotContain(path);
        assertThat(browser.get(TestTokens.anyone(), "/laporan").status())
                .isEqualTo(HttpStatus.SEE_OTHER);
    }

    @Test
    void anEventWithoutOfficesSaysSo() {
        event = sample.event(e -> e);
        assertThat(report(ORGANISER, "")).contains("Belum ada kantor yang diundang.");
    }

    @Test
    void aGroupIsCountedInWordsUnderTheNameOfItsFirstUnit() {
        event = sample.event(e -> e);
        sample.invite(event, sample.unit("Provinsi Asal", "pemda-provinsi", "91"), 1);
        sample.invite(event, sample.unit("Kota Asal", "pemda-kabupaten-kota", "91.71"), 1);
        sample.unit("Provinsi Gadungan", "pemda-kabupaten-kota", "91");
        ended();
        assertThat(report(ORGANISER, ""))
                .contains("Menurut provinsi", "<span>Provinsi Asal</span>")
                .contains("0 dari 2 (0%)", "2 tanpa keterangan")
                .doesNotContain("Gadungan");
    }
}
