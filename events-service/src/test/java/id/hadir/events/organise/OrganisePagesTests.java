package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ServiceTest
class OrganisePagesTests {

    private static final String CSRF = "a-token-of-the-session";

    @Autowired Caller caller;

    private String agency = "";
    private String session = "";

    @BeforeEach
    void signIn() {
        agency = caller.agency("Bawaslu Kabupaten Pati", "33.18");
        session = TestTokens.organiserSession(agency, CSRF);
    }

    @Test
    void aWholeEventIsPlannedOnOnePage() {
        MultiValueMap<String, String> form = complete("Rapat Lengkap");
        form.add("agenda[0].startsAt", "09.00");
        form.add("agenda[0].title", "Pembukaan");
        form.add("agenda[0].speakers[0].name", "Jumani");
        form.add("agenda[0].speakers[0].position", "Sekda Pati");
        form.add("agenda[0].speakers[0].role", "keynote");
        String path = created(form);
        assertThat(html(session, path)).contains("Rapat Lengkap", "Terbitkan");
        post(session, path + "/terbit", form()).expectStatus().isSeeOther();
        assertThat(html(TestTokens.anyone(), path.replace("/panitia/", "/kegiatan/")))
                .contains("Pembukaan", "Jumani", "Pembicara kunci · Sekda Pati", "09.00 WIB")
                .contains("Kabupaten Pati");
    }

    @Test
    void allWrongFieldsAreToldAndNothingTypedIsLost() {
        MultiValueMap<String, String> form = complete("");
        form.set("capacity", "empat ratus");
        form.set("startsAt", "25.00");
        form.set("theme", "Tema \"yang\" <panjang>");
        String html = body(post(session, "/panitia/baru", form).expectStatus().isEqualTo(422));
        assertThat(html)
                .contains("Ada 3 isian yang perlu diperbaiki")
                .contains("href=\"#title\"", "href=\"#capacity\"", "href=\"#startsAt\"")
                .contains("value=\"empat ratus\"", "value=\"25.00\"")
                .contains("value=\"Tema &#34;yang&#34; &lt;panjang>\"")
                .contains("value=\"33.18\" selected");
    }

    @Test
    void askingForMoreRowsSavesNothingAndKeepsEverything() {
        MultiValueMap<String, String> form = complete("Belum disimpan");
        form.add("agenda[0].title", "Pembukaan");
        form.add("lanjut", "item");
        assertThat(body(post(session, "/panitia/baru", form).expectStatus().isOk()))
                .contains("value=\"Belum disimpan\"", "value=\"Pembukaan\"")
                .contains("name=\"agenda[1].title\"");
        assertThat(html(session, "/panitia")).doesNotContain("Belum disimpan");
    }

    @Test
    void aFormWithoutTheSessionsTokenIsRefused() {
        MultiValueMap<String, String> form = complete("Dari situs lain");
        form.remove("_csrf");
        post(session, "/panitia/baru", form).expectStatus().isForbidden();
        form.add("_csrf", "another");
        post(session, "/panitia/baru", form).expectStatus().isForbidden();
        assertThat(html(session, "/panitia")).doesNotContain("Dari situs lain");
    }

    @Test
    void aForeignAgencysEventCannotBeTouched() {
        String path = created(complete("Milik Pati"));
        String other = TestTokens.organiserSession(caller.agency("KPU Serang", "36.04"), CSRF);
        caller.get(other, path).expectStatus().isNotFound();
        post(session, path + "/terbit", form()).expectStatus().isSeeOther();
        caller.get(other, path).expectStatus().isForbidden();
        post(other, path + "/batal", form("reason", "iseng")).expectStatus().isForbidden();
        caller.get(TestTokens.desk(agency), path).expectStatus().isForbidden();
    }

    @Test
    void aDraftThatLacksItsPlaceIsNotPublishedAndSaysSo() {
        MultiValueMap<String, String> form = complete("Tanpa tempat");
        form.remove("venue.name");
        String path = created(form);
        assertThat(body(post(session, path + "/terbit", form()).expectStatus().isEqualTo(409)))
                .contains("Tempat atau tautan daring", "harus diisi sebelum terbit");
    }

    @Test
    void anEditOfAnOlderVersionIsNotSaved() {
        String path = created(complete("Judul pertama"));
        MultiValueMap<String, String> edit = complete("Judul kedua");
        edit.add("version", "1");
        post(session, path + "/ubah", edit).expectStatus().isSeeOther();
        edit.set("title", "Judul dari tab lama");
        assertThat(body(post(session, path + "/ubah", edit).expectStatus().isEqualTo(412)))
                .contains("sudah diubah orang lain", "value=\"Judul dari tab lama\"");
        assertThat(html(session, path)).contains("Judul kedua");
    }

    @Test
    void theAudienceIsCountedBeforeItIsInvitedOnce() {
        String path = created(complete("Undangan camat"));
        String query = "?kind=kecamatan&seats=2&regionCode.province=33&regionCode.regency=33.18";
        assertThat(html(session, path + "/undang/hitung" + query))
                .contains("21 kantor, 42 kursi akan diundang")
                .doesNotContain("<html");
        MultiValueMap<String, String> audience =
                form("kind", "kecamatan", "seats", "2", "regionCode.province", "33");
        audience.add("regionCode.regency", "33.18");
        assertThat(location(post(session, path + "/undang", audience))).endsWith("selesai=21,0");
        assertThat(location(post(session, path + "/undang", audience))).endsWith("selesai=0,0");
        assertThat(html(session, path + "/undang"))
                .contains(
                        "21 kantor, 42 kursi",
                        "Camat Dukuhseti",
                        "https://wa.me/?text=Kepada%20Yth");
    }

    @Test
    void officesThatNobodyEnteredAreEnteredAndInvitedOnce() {
        String path = created(complete("Undangan OPD"));
        MultiValueMap<String, String> opd = form("kind", "opd", "seats", "1", "lanjut", "unit");
        opd.add("regionCode.province", "33");
        opd.add("regionCode.regency", "33.18");
        opd.add("names", "Dinas Perikanan Pati\r\n\r\nDinas Kearsipan Pati");
        assertThat(location(post(session, path + "/undang", opd))).endsWith("selesai=2,0");
        opd.set("names", "Dinas Kearsipan Pati\r\nDinas Perpustakaan Pati");
        assertThat(location(post(session, path + "/undang", opd))).endsWith("selesai=1,0");
        opd.set("kind", "kecamatan");
        assertThat(body(post(session, path + "/undang", opd).expectStatus().isEqualTo(422)))
                .contains("href=\"#kind\"", "Dinas Perpustakaan Pati</textarea>");
    }

    @Test
    void aMoveAsksForItsReasonAndIsThenAnnounced() {
        String path = created(complete("Rapat pindah"));
        post(session, path + "/terbit", form()).expectStatus().isSeeOther();
        MultiValueMap<String, String> move = form("date", "2027-08-13", "startsAt", "13:00");
        move.add("timeZone", "Asia/Jakarta");
        assertThat(body(post(session, path + "/jadwal", move).expectStatus().isEqualTo(422)))
                .contains("href=\"#reason\"", "value=\"2027-08-13\"");
        move.add("reason", "Gedung dipakai");
        post(session, path + "/jadwal", move).expectStatus().isSeeOther();
        assertThat(html(TestTokens.anyone(), path.replace("/panitia/", "/kegiatan/")))
                .contains("DIUBAH", "Jumat, 13 Agustus 2027, pukul 13.00 WIB s.d. selesai");
    }

    @Test
    void theRegionIsChosenStepByStep() {
        assertThat(
                        html(
                                session,
                                "/panitia/wilayah?field=venue.regionCode"
                                        + "&venue.regionCode.province=33"
                                        + "&venue.regionCode.regency=36.04"))
                .contains("Kabupaten Pati")
                .doesNotContain("Kabupaten Serang");
    }

    private static MultiValueMap<String, String> complete(String title) {
        MultiValueMap<String, String> form =
                form("type", "rakor", "title", title, "date", "2027-08-11", "startsAt", "09:00");
        form.add("venue.name", "Hotel New Merdeka");
        form.add("venue.regionCode.province", "33");
        form.add("venue.regionCode.regency", "33.18");
        form.add("registration.mode", "invited");
        form.add("registration.waitlist", "on");
        return form;
    }

    private static MultiValueMap<String, String> form(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(Map.of());
        form.add("_csrf", CSRF);
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return form;
    }

    private String created(MultiValueMap<String, String> form) {
        return location(post(session, "/panitia/baru", form));
    }

    private static String location(ResponseSpec response) {
        return Objects.requireNonNull(
                        response.expectStatus()
                                .isSeeOther()
                                .returnResult(Void.class)
                                .getResponseHeaders()
                                .getLocation())
                .toString();
    }

    private ResponseSpec post(String token, String path, MultiValueMap<String, String> form) {
        return caller.request(HttpMethod.POST, token, path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    private String html(String token, String path) {
        return body(caller.get(token, path).expectStatus().isOk());
    }

    private static String body(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(String.class).returnResult().getResponseBody());
    }
}
