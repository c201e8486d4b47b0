package id.hadir.attendance.answer;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The office's page and the organiser's, in a browser without script. */
@ServiceTest
class AnswerPagesTests {

    @Autowired private Sample sample;
    @Autowired private Browser browser;

    private UUID event;
    private String token = "";

    @BeforeEach
    void anInvitedOffice() {
        event = sample.event(e -> e);
        UUID baros = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        sample.invite(
                event,
                baros,
                i -> i.put("position", "Sekcam Baros").put("answerBy", "2026-01-05T09:00:00Z"));
        token = "token-" + baros;
    }

    @Test
    void theLinkOffersThreeAnswersToWhoIsMeant() {
        Browser.Seen page = open();
        assertThat(page.html())
                .contains(
                        "Undangan ini untuk Sekcam Baros",
                        "Mohon jawaban sebelum Senin, 5 Januari 2026")
                .contains("Akan hadir", "Mengirim wakil", "Berhalangan hadir");
        assertThat(page.headers().getCacheControl()).contains("no-store");
        assertThat(page.value("invitation")).isEqualTo(token);
    }

    @Test
    void whatIsTypedIsAskedForWithANoticeAboveTheButton() {
        String form = open().html();
        assertThat(form.substring(0, form.indexOf("Kirim jawaban")))
                .contains("Pemberitahuan data pribadi", "dipakai untuk undangan dan laporan")
                .contains("setelah kegiatan berakhir, lalu dihapus", "Kontak: ", "/privasi")
                .doesNotContain("type=\"checkbox\"");
    }

    @Test
    void whoComesGoesOnToTheRegistration() {
        assertThat(answer("coming").location()).endsWith("/daftar?undangan=" + token);
        String next = answer("sending").location();
        Browser.Seen form = browser.get(TestTokens.anyone(), next);
        assertThat(form.isChosen("presence", "represents")).isTrue();
        assertThat(form.html()).contains("/jawab?undangan=" + token);
    }

    @Test
    void whoeverIsSentIsNotTypedAgainAndNotInTheAddress() {
        String next =
                submit(
                                Map.of(
                                        "invitation",
                                        token,
                                        "answer",
                                        "sending",
                                        "name",
                                        "Sri Wahyuni",
                                        "position",
                                        "Kasi Trantib"))
                        .location();
        assertThat(next).doesNotContain("Sri", "Kasi");
        String link = "/kegiatan/rakor-" + event + "/daftar?undangan=";
        Browser.Seen form = browser.get(TestTokens.anyone(), link + token);
        assertThat(form.value("attendee.name")).isEqualTo("Sri Wahyuni");
        assertThat(form.value("attendee.position")).isEqualTo("Kasi Trantib");
        assertThat(form.isChosen("presence", "represents")).isTrue();
        assertThat(form.headers().getCacheControl()).contains("no-store");
        assertThat(browser.get(TestTokens.anyone(), link + "token-of-nobody").html())
                .doesNotContain("Sri Wahyuni");
    }

    @Test
    void whoWasToComeIsNotTheOneWhoIsSentInstead() {
        submit(Map.of("invitation", token, "answer", "coming", "name", "Sri Wahyuni"));
        String link = "/kegiatan/rakor-" + event + "/daftar?undangan=" + token;
        assertThat(browser.get(TestTokens.anyone(), link).value("attendee.name"))
                .isEqualTo("Sri Wahyuni");
        assertThat(browser.get(TestTokens.anyone(), link + "&mewakili=true").value("attendee.name"))
                .isEmpty();
    }

    @Test
    void aSecondGuestOfTheOfficeIsNotTakenForTheFirst() {
        submit(Map.of("invitation", token, "answer", "coming", "name", "Sri Wahyuni"));
        String form = "/kegiatan/rakor-" + event + "/daftar";
        Browser.Seen first = browser.get(TestTokens.anyone(), form + "?undangan=" + token);
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of("key", "invitation", "unitId", "attendee.name")) {
            fields.put(field, first.value(field));
        }
        fields.put("attendee.position", "Camat Baros");
        fields.put("attendee.phone", "0812 3456 7890");
        fields.put("noticeAccepted", "true");
        assertThat(browser.submit(TestTokens.anyone(), form, fields).location())
                .startsWith("/tiket/");
        Browser.Seen second = browser.get(TestTokens.anyone(), form + "?undangan=" + token);
        assertThat(second.value("attendee.name")).isEmpty();
    }

    @Test
    void whoIsExcusedSeesTheAnswerAndMayChangeIt() {
        Browser.Seen page = browser.get(TestTokens.anyone(), answer("excused").location());
        assertThat(page.html()).contains("Jawaban tercatat: berhalangan hadir");
        assertThat(page.isChosen("answer", "excused")).isTrue();
        assertThat(page.isChosen("reason", "izin")).isTrue();
    }

    @Test
    void nothingTypedIsLostWhenTheAnswerIsMissing() {
        Browser.Seen page = submit(Map.of("invitation", token, "name", "Budi"));
        assertThat(page.status().value()).isEqualTo(422);
        assertThat(page.html()).contains("href=\"#answer\"");
        assertThat(page.value("name")).isEqualTo("Budi");
    }

    @Test
    void theOrganiserSeesWhoIsSilentInOnePress() {
        String organiser = TestTokens.organiser(Sample.AGENCY);
        String page = "/panitia/rakor-" + event + "/jawaban";
        assertThat(browser.get(organiser, page).html())
                .contains("0 dari 1 kantor sudah menjawab", "Belum menjawab (1)", "Sekcam Baros");
        answer("excused");
        assertThat(browser.get(organiser, page + "?state=silent").html())
                .contains("Belum menjawab (0)", "Tidak ada kantor dengan jawaban ini");
        assertThat(browser.get(organiser, page + "?state=excused").html())
                .contains("Kecamatan Baros", "Terlambat");
    }

    private Browser.Seen open() {
        return browser.get(
                TestTokens.anyone(), "/kegiatan/rakor-" + event + "/jawab?undangan=" + token);
    }

    private Browser.Seen answer(String answer) {
        return submit(Map.of("invitation", token, "answer", answer));
    }

    private Browser.Seen submit(Map<String, String> fields) {
        return browser.submit(TestTokens.anyone(), "/kegiatan/rakor-" + event + "/jawab", fields);
    }
}
