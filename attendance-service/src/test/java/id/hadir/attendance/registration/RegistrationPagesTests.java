package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Browser;
import id.hadir.attendance.Browser.Seen;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** Registering in a browser without script. */
@ServiceTest
class RegistrationPagesTests {

    private static final String TICKET = "/tiket/[0-9A-HJKMNP-TV-Z]{12}";

    @Autowired private Sample sample;
    @Autowired private Browser browser;

    private Seen get(String path) {
        return browser.get(TestTokens.anyone(), path);
    }

    private Seen submit(UUID event, Map<String, String> fields) {
        return browser.submit(TestTokens.anyone(), form(event), fields);
    }

    private static String form(UUID event) {
        return "/kegiatan/rakor-" + event + "/daftar";
    }

    private static Map<String, String> filled(String unitId, String name) {
        Map<String, String> fields = new HashMap<>();
        fields.put("key", UUID.randomUUID().toString());
        fields.put("unitId", unitId);
        fields.put("attendee.name", name);
        fields.put("attendee.position", "Camat Baros");
        fields.put("attendee.phone", "0812 3456 7890");
        fields.put("presence", "self");
        fields.put("noticeAccepted", "true");
        return fields;
    }

    @Test
    void theNoticeSaysHowLongDataIsKeptAndWhoAnswersForIt() {
        assertThat(get(form(sample.openEvent(e -> e))).html())
                .contains(
                        "disimpan 2 tahun setelah kegiatan berakhir",
                        "Pengendali data: instansi penyelenggara kegiatan. Kontak:",
                        "href=\"/privasi\"");
    }

    @Test
    void theWholeWayFromTheSearchToTheTicket() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 1);
        Seen empty = get(form(event));
        assertThat(empty.status()).isEqualTo(HttpStatus.OK);
        assertThat(empty.html()).contains("Sisa 100 dari 100 tempat");

        Map<String, String> fields = filled("", "Dr. Siti Rahayu, S.H., M.Si.");
        fields.put("key", empty.value("key"));
        fields.put("office", "baros");
        fields.put("action", "search");
        Seen searched = submit(event, fields);
        assertThat(searched.status()).isEqualTo(HttpStatus.OK);
        assertThat(searched.html()).contains("Kecamatan Baros", "value=\"" + unit + "\"");
        assertThat(searched.value("attendee.name")).isEqualTo("Dr. Siti Rahayu, S.H., M.Si.");
        assertThat(searched.value("key")).isEqualTo(empty.value("key"));

        fields.remove("action");
        fields.put("unitId", unit.toString());
        Seen sent = submit(event, fields);
        assertThat(sent.status()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(sent.location()).matches(TICKET);

        Seen ticket = get(sent.location());
        assertThat(ticket.html())
                .contains(
                        "Terdaftar",
                        "Dr. Siti Rahayu, S.H., M.Si.",
                        "Kecamatan Baros",
                        "<svg class=\"qr\"");
        String code = sent.location().substring("/tiket/".length());
        assertThat(ticket.html())
                .contains(
                        code.substring(0, 4)
                                + "-"
                                + code.substring(4, 8)
                                + "-"
                                + code.substring(8));
    }

    @Test
    void nothingTypedIsLostWhenSomethingIsWrong() {
        UUID event = sample.openEvent(e -> e);
        Map<String, String> fields = filled("unlisted", "Budi");
        fields.put("unitName", "Dinas Kesehatan Kabupaten Pati");
        fields.put("attendee.nip", "1978");
        fields.put("attendee.email", "budi@");
        fields.put("presence", "represents");
        fields.put("representing.basis", "Surat tugas 800/12");
        fields.remove("noticeAccepted");

        Seen again = submit(event, fields);

        assertThat(again.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        fields.remove("unitId");
        fields.remove("presence");
        fields.forEach((name, value) -> assertThat(again.value(name)).as(name).isEqualTo(value));
        assertThat(again.isChosen("unitId", "unlisted")).isTrue();
        assertThat(again.isChosen("presence", "represents")).isTrue();
        assertThat(again.html())
                .contains(
                        "href=\"#attendee.nip\">NIP: NIP terdiri dari 18 angka; yang Anda isi 4"
                                + " angka.",
                        "href=\"#attendee.email\"",
                        "href=\"#representing.position\"",
                        "href=\"#noticeAccepted\"",
                        "id=\"noticeAccepted\"");
    }

    @Test
    void aRefusalSaysWhatToDoAndKeepsWhatWasTyped() {
        UUID event = sample.event(e -> e);
        String unit = sample.invitedUnit(event, 1).toString();
        submit(event, filled(unit, "Siti"));

        Seen refused = submit(event, filled(unit, "Budi"));

        assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.html())
                .contains("Semua tempat untuk kantor ini sudah terisi.", "Ganti orang");
        assertThat(refused.value("attendee.name")).isEqualTo("Budi");
        assertThat(refused.isChosen("unitId", unit)).isTrue();
    }

    @Test
    void theSamePersonTwiceIsToldWithoutSeeingTheTicket() {
        UUID event = sample.openEvent(e -> e);
        String unit = sample.unit("Dinas A", "opd", "33.18").toString();
        String ticket = submit(event, filled(unit, "Siti")).location();

        Seen refused = submit(event, filled(unit, "Siti"));

        assertThat(refused.html())
                .contains("Orang ini sudah terdaftar")
                .doesNotContain(ticket.substring("/tiket/".length()));
    }

    @Test
    void aDoubleClickGivesOneTicket() {
        UUID event = sample.openEvent(e -> e);
        Map<String, String> fields =
                filled(sample.unit("Dinas A", "opd", "33.18").toString(), "Siti");

        String first = submit(event, fields).location();

        assertThat(submit(event, fields).location()).isEqualTo(first);
        assertThat(get(form(event)).html()).contains("Sisa 99 dari 100 tempat");
    }

    @Test
    void anotherPersonOnTheSameFormIsAskedToSendAgainAndThenGetsATicket() {
        UUID event = sample.openEvent(e -> e);
        String unit = sample.unit("Dinas A", "opd", "33.18").toString();
        Map<String, String> fields = filled(unit, "Siti");
        String first = submit(event, fields).location();
        fields.put("attendee.name", "Budi");

        Seen asked = submit(event, fields);
        assertThat(asked.html()).contains("sudah pernah terkirim dengan isian lain");
        fields.put("key", asked.value("key"));

        assertThat(submit(event, fields).location()).matches(TICKET).isNotEqualTo(first);
    }

    @Test
    void hostileTextIsShownAsText() {
        UUID event = sample.openEvent(e -> e.put("title", "<b>Rakor</b>"));
        String hostile = "\"><script>alert(1)</script>";
        Map<String, String> fields = filled("unlisted", hostile);
        fields.put("unitName", hostile);
        fields.put("office", hostile);
        fields.put("attendee.position", hostile);
        fields.put("attendee.nip", "x");

        assertThat(submit(event, fields).html())
                .contains("&#34;><script>alert(1)</script>".replace("<", "&lt;"))
                .doesNotContain("<script>alert", "<b>Rakor");
        fields.remove("attendee.nip");
        assertThat(get(submit(event, fields).location()).html())
                .contains("alert(1)")
                .doesNotContain("<script>alert", "<b>Rakor");
        assertThat(get(form(event) + "/kantor?office=%3Cscript%3Ealert(1)%3C/script%3E").html())
                .doesNotContain("<script>alert");
    }

    @Test
    void anInvitationsLinkFixesTheOffice() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 1);

        Seen form = get(form(event) + "?undangan=token-" + unit);

        assertThat(form.html()).contains("Undangan ini untuk Kecamatan Baros");
        assertThat(form.html()).doesNotContain("name=\"office\"");
        Map<String, String> fields = filled(form.value("unitId"), "Siti");
        fields.put("invitation", form.value("invitation"));
        assertThat(submit(event, fields).location()).matches(TICKET);
    }

    @Test
    void anUnknownLinkSaysSoAndLeavesTheSearch() {
        UUID event = sample.event(e -> e);
        String unit = sample.invitedUnit(event, 1).toString();
        Seen form = get(form(event) + "?undangan=salah");
        assertThat(form.html()).contains("Tautan undangan ini tidak dikenal", "name=\"office\"");
        assertThat(form.value("invitation")).isEmpty();
        assertThat(submit(event, filled(unit, "Siti")).location()).matches(TICKET);
    }

    @Test
    void whereNobodyCanStandInTheFormDoesNotAsk() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        sample.invite(event, unit, invitation -> invitation.put("inPerson", true));

        Seen form = get(form(event) + "?undangan=token-" + unit);

        assertThat(form.html())
                .contains("tidak dapat diwakilkan")
                .doesNotContain("name=\"presence\"");
        Map<String, String> fields = filled(unit.toString(), "Siti");
        fields.put("presence", "represents");
        fields.put("representing.position", "Camat Baros");
        assertThat(submit(event, fields).html())
                .contains("Undangan untuk kantor ini tidak dapat diwakilkan.");
    }

    @Test
    void aClosedDoorSaysWhy() {
        String later = Instant.now().plusSeconds(86_400).toString();
        String earlier = Instant.now().minusSeconds(60).toString();
        assertThat(shown(event -> registration(event, "opensAt", later)))
                .contains("Pendaftaran belum dibuka", "Pendaftaran dibuka ");
        assertThat(shown(event -> registration(event, "closesAt", earlier)))
                .contains("Pendaftaran sudah ditutup", "Bawaslu Jawa Tengah");
        assertThat(shown(event -> event.put("status", "cancelled").put("cancelReason", "Banjir")))
                .contains("Kegiatan ini dibatalkan", "Banjir");
        assertThat(shown(Sample::ended)).contains("Kegiatan ini sudah selesai");
        assertThat(shown(event -> Sample.noWaitlist(event.put("capacity", 0))))
                .contains("Semua tempat sudah terisi", "tidak memakai daftar tunggu");
    }

    private String shown(UnaryOperator<ObjectNode> change) {
        String html = get(form(sample.event(change))).html();
        assertThat(html).doesNotContain("name=\"attendee.name\"");
        return html;
    }

    private static ObjectNode registration(ObjectNode event, String field, String value) {
        ((ObjectNode) event.path("registration")).put(field, value);
        return event;
    }

    @Test
    void draftsAndUnknownEventsAreNotThere() {
        UUID draft = sample.event(e -> e.put("status", "draft"));
        assertThat(get(form(draft)).status()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(submit(draft, filled("", "Siti")).status()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("/kegiatan/tidak-ada/daftar").status()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFullEventOffersTheWaitlist() {
        UUID event = sample.openEvent(e -> e.put("capacity", 1));
        String unit = sample.unit("Dinas A", "opd", "33.18").toString();
        submit(event, filled(unit, "Siti"));
        assertThat(get(form(event)).html()).contains("Masuk daftar tunggu");

        String ticket = submit(event, filled(unit, "Budi")).location();

        assertThat(get(ticket).html()).contains("Daftar tunggu nomor 1");
    }

    @Test
    void aSignedInBrowserMustBringItsToken() {
        UUID event = sample.openEvent(e -> e);
        String session = TestTokens.organiserSession(Sample.AGENCY, "csrf-1");
        Map<String, String> fields =
                filled(sample.unit("Dinas A", "opd", "33.18").toString(), "Siti");

        assertThat(browser.submit(session, form(event), fields).status())
                .isEqualTo(HttpStatus.FORBIDDEN);
        fields.put("_csrf", browser.get(session, form(event)).value("_csrf"));
        assertThat(browser.submit(session, form(event), fields).location()).matches(TICKET);
    }

    @Test
    void eachEmptyFieldSaysWhatBelongsThere() {
        UUID event = sample.event(e -> e);
        assertThat(submit(event, Map.of("unitId", "")).html())
                .contains(
                        "Cari kantor, lalu pilih dari daftar.",
                        "Tulis nama lengkap.",
                        "Tulis jabatan.",
                        "Tulis nomor telepon.",
                        "Centang kotak ini")
                .doesNotContain("Wajib diisi");
    }

    @Test
    void enterSendsTheFormAndSearchesOnlyForANewOffice() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas Enter", "opd", "33.18");
        String html = get(form(event)).html();
        String buttons = html.substring(html.indexOf("<form method=\"post\""));
        assertThat(buttons.substring(buttons.indexOf("<button")))
                .as("the first button, which Enter presses")
                .startsWith(
                        "<button class=\"visually-hidden\" type=\"submit\" name=\"action\""
                                + " value=\"enter\"");
        Map<String, String> fields = filled("", "Siti");
        fields.put("action", "enter");
        fields.put("office", "dinas enter");

        Seen searched = submit(event, fields);

        assertThat(searched.status()).isEqualTo(HttpStatus.OK);
        assertThat(searched.html()).contains("value=\"" + unit + "\"");
        fields.put("searched", searched.value("searched"));
        assertThat(submit(event, fields).html()).contains("Cari kantor, lalu pilih dari daftar.");
        fields.put("unitId", unit.toString());
        assertThat(submit(event, fields).location()).matches(TICKET);
    }

    @Test
    void whatIsPastIsNoLongerSaidToFollow() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(get(form(sample.event(event -> dateOnly(event, today)))).html())
                .contains("jam menyusul");
        assertThat(
                        get(form(
                                        sample.event(
                                                event ->
                                                        dateOnly(
                                                                Sample.ended(event),
                                                                "2024-01-31"))))
                                .html())
                .contains("Rabu, 31 Januari 2024")
                .doesNotContain("menyusul");
    }

    private static ObjectNode dateOnly(ObjectNode event, String date) {
        event.remove("startsAt");
        return event.put("date", date);
    }
}
