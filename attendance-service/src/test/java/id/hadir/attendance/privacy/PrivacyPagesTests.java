package id.hadir.attendance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

@ServiceTest
class PrivacyPagesTests {

    private static final String ADMIN = TestTokens.admin();
    private static final String PAGE = "/admin/privasi";

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;

    private UUID event;
    private String id;

    @BeforeEach
    void somebodyWhoCame() {
        event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        id = api.registered(event, api.person(unit, "Siti Rahayu", "")).path("id").stringValue();
        sample.put(Sample.ended(sample.eventNode(event)).put("version", 2));
    }

    @Test
    void somebodyIsFoundDownloadedAndErasedAfterASecondLook() {
        Browser.Seen found =
                browser.submit(
                        ADMIN, PAGE + "/cari", Map.of("name", "siti", "eventId", event.toString()));
        assertThat(found.value("registrationId")).isEqualTo(id);
        assertThat(found.html()).contains("…890").doesNotContain("81234567890");
        assertThat(found.headers().getFirst("Cache-Control")).contains("no-store");

        Browser.Seen file = browser.submit(ADMIN, PAGE + "/unduh", Map.of("registrationId", id));
        assertThat(file.headers().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"data-pribadi.json\"");
        assertThat(file.html()).contains("+6281234567890");

        Browser.Seen asked = browser.submit(ADMIN, PAGE + "/hapus", Map.of("registrationId", id));
        assertThat(asked.status()).isEqualTo(HttpStatus.OK);
        assertThat(asked.html()).contains("Siti Rahayu", "Hapus untuk selamanya");
        Browser.Seen unsure =
                browser.submit(
                        ADMIN,
                        PAGE + "/hapus",
                        Map.of("registrationId", id, "step", "confirm", "reason", "request"));
        assertThat(unsure.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(unsure.isChosen("reason", "request")).isTrue();
        Browser.Seen done =
                browser.submit(
                        ADMIN,
                        PAGE + "/hapus",
                        Map.of(
                                "registrationId",
                                id,
                                "step",
                                "confirm",
                                "reason",
                                "request",
                                "confirm",
                                "true"));
        assertThat(done.location()).isEqualTo(PAGE + "?dihapus=1");
        assertThat(browser.get(ADMIN, done.location()).html())
                .contains("1 pendaftaran dihapus data pribadinya");
    }

    @Test
    void whatWasTypedStaysWhenTheSearchIsRefused() {
        Browser.Seen refused = browser.submit(ADMIN, PAGE + "/cari", Map.of("nip", "12"));
        assertThat(refused.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused.value("nip")).isEqualTo("12");
    }

    @Test
    void theRetentionIsTriedBeforeItIsDoneAndStandsInTheHistory() {
        Browser.Seen page = browser.get(ADMIN, PAGE);
        assertThat(page.html()).contains("2 tahun setelah kegiatan berakhir");
        Browser.Seen dry = browser.submit(ADMIN, PAGE + "/masa-simpan", Map.of("dryRun", "true"));
        assertThat(dry.html()).contains("Uji jalan: ", "Tidak ada yang dihapus");
        Browser.Seen unsure = browser.submit(ADMIN, PAGE + "/masa-simpan", Map.of());
        assertThat(unsure.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        Browser.Seen real = browser.submit(ADMIN, PAGE + "/masa-simpan", Map.of("confirm", "true"));
        assertThat(real.html()).contains("Selesai: data pribadi", ">Penghapusan<");
    }
}
