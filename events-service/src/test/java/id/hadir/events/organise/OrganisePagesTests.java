package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.MultiValueMap;

@ServiceTest
class OrganisePagesTests extends OrganiserTest {

    @Autowired DatabaseClient database;

    @Test
    void aWholeEventIsPlannedOnOnePage() {
        MultiValueMap<String, String> form = complete("Rapat Lengkap");
        form.add("agenda[0].startsAt", "09.00");
        form.add("agenda[0].title", "Pembukaan");
        form.add("agenda[0].speakers[0].name", "Jumani");
        form.add("agenda[0].speakers[0].position", "Sekda Pati");
        form.add("agenda[0].speakers[0].role", "keynote");
        String path = created(form);
        assertThat(html(session, path))
                .contains("Rapat Lengkap", "Terbitkan")
                .doesNotContain(path + "/jawaban");
        post(session, path + "/terbit", form()).expectStatus().isSeeOther();
        assertThat(html(session, path)).contains("href=\"" + path + "/jawaban\"");
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
    void aDateIsTakenAsTheInvitationPrintsItAndItsWeekdayHeldAgainstIt() {
        assertThat(html(session, "/panitia/tanggal?field=date&date=rabu,11/8/2027"))
                .contains("Rabu, 11 Agustus 2027")
                .doesNotContain("<html");
        MultiValueMap<String, String> typed = complete("Hari keliru");
        typed.set("date", "Kamis, 11 Agustus 2027");
        assertThat(body(post(session, "/panitia/baru", typed).expectStatus().isEqualTo(422)))
                .contains(
                        "11 Agustus 2027 adalah hari Rabu, bukan Kamis",
                        "value=\"Kamis, 11 Agustus 2027\"");
        typed.set("date", "Rabu, 11 Agustus 2027");
        assertThat(html(session, created(typed))).contains("Rabu, 11 Agustus 2027");
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
    void severalLinesAreCollectedCountedAndInvitedTogether() {
        String path = created(complete("Undangan beberapa baris"));
        MultiValueMap<String, String> form =
                form("kind", "kecamatan", "seats", "1", "regionCode.province", "33");
        form.add("regionCode.regency", "33.18");
        form.add("except", "Dukuhseti");
        form.add("lanjut", "tambah");
        String added = body(post(session, path + "/undang", form).expectStatus().isOk());
        assertThat(added)
                .contains("Kecamatan (camat), Kabupaten Pati", "kecuali Dukuhseti")
                .contains("20 kantor, 20 kursi akan diundang", "1 kantor dikecualikan");
        form.set("lanjut", "");
        form.set("except", "");
        form.set("kind", "kelurahan");
        form.set("seats", "2");
        form.set("answerBy", "2027-08-09T16:00");
        for (String field : List.of("kind", "regionCode", "seats", "except")) {
            form.add("lines[0]." + field, value(added, "lines[0]." + field));
        }
        assertThat(location(post(session, path + "/undang", form))).endsWith("selesai=25,0");
        assertThat(html(session, path + "/undang"))
                .contains("Gelombang 1", "25 kantor, 30 kursi", "Senin, 9 Agustus 2027")
                .doesNotContain("Camat Dukuhseti");
        form.set("lanjut", "buang:0");
        assertThat(body(post(session, path + "/undang", form).expectStatus().isOk()))
                .doesNotContain("kecuali Dukuhseti")
                .contains("5 kantor, 10 kursi akan diundang");
    }

    @Test
    void whatIsWrongInALineIsToldAtItsField() {
        String path = created(complete("Undangan keliru"));
        MultiValueMap<String, String> form =
                form("kind", "kecamatan", "seats", "1", "regionCode.province", "33");
        form.add("except", "Entah");
        form.add("answerBy", "2020-01-01T08:00");
        assertThat(body(post(session, path + "/undang", form).expectStatus().isEqualTo(422)))
                .contains("href=\"#except\"", "“Entah”", "href=\"#answerBy\"", ">Entah</textarea>");
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
    void enteringOfficesKeepsTheDeadlineAndTheLinesThatWait() {
        String path = created(complete("Undangan OPD dan camat"));
        MultiValueMap<String, String> form = form("kind", "opd", "seats", "1", "lanjut", "unit");
        form.add("regionCode.province", "33");
        form.add("regionCode.regency", "33.18");
        form.add("names", "Dinas Pertamanan Pati");
        form.add("answerBy", "2027-08-09T16:00");
        form.add("lines[0].kind", "kecamatan");
        form.add("lines[0].regionCode", "33.18");
        form.add("lines[0].seats", "1");
        String page = body(post(session, path + "/undang", form).expectStatus().isOk());
        assertThat(page)
                .contains("1 kantor ditambahkan", "Senin, 9 Agustus 2027")
                .contains("Kecamatan (camat), Kabupaten Pati", "value=\"2027-08-09T16:00\"")
                .doesNotContain("Dinas Pertamanan Pati</textarea>", "Camat Dukuhseti");
        form.set("answerBy", "2020-01-01T08:00");
        form.set("names", "Dinas Pertamanan Pati");
        assertThat(body(post(session, path + "/undang", form).expectStatus().isEqualTo(422)))
                .contains("href=\"#answerBy\"", "Dinas Pertamanan Pati</textarea>");
    }

    @Test
    void progressIsAskedForAFewTimesAndThenOnlyWhileThereIsSome() {
        String path = created(complete("Undangan tanpa kemajuan"));
        String progress = path + "/undang/kemajuan";
        assertThat(html(session, progress)).doesNotContain("hx-get");
        assertThat(html(session, progress + "?tanya=2")).contains("kemajuan?tanya=1");
        assertThat(html(session, progress + "?tanya=1")).contains("kemajuan?tanya=0");
        assertThat(html(session, progress + "?tanya=0")).doesNotContain("hx-get");
        tellProgress(path);
        assertThat(html(session, progress)).contains("<progress", "kemajuan\"");
    }

    private void tellProgress(String path) {
        database.sql(
                        """
                        insert into invitation_progress (event_id, done, total, updated_at)
                        select id, 1, 9, now() from event where slug = :slug
                        """)
                .bind("slug", path.substring("/panitia/".length()))
                .then()
                .block();
    }

    @Test
    void aHundredOfficesAreEnteredInOneChange() {
        String path = created(complete("Undangan seratus OPD"));
        MultiValueMap<String, String> opd = form("kind", "opd", "seats", "1", "lanjut", "unit");
        opd.add("regionCode.province", "33");
        opd.add("regionCode.regency", "33.18");
        opd.add(
                "names",
                IntStream.range(0, 100)
                        .mapToObj(i -> "Balai Serentak " + i)
                        .collect(Collectors.joining("\n")));
        assertThat(location(post(session, path + "/undang", opd))).endsWith("selesai=100,0");
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from feed_entry
                                        where type = 'units.changed' and data::text like '%Balai Serentak%'
                                        """)
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(1);
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
}
