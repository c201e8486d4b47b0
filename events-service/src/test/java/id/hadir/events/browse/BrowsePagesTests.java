package id.hadir.events.browse;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@ServiceTest
class BrowsePagesTests {

    @Autowired Caller caller;

    @Test
    void anEventSaysWhenWhereAndHowToRegister() {
        JsonNode event = published(Map.of("title", "Netralitas ASN di Pati"));
        String html = html("/kegiatan/" + slug(event));
        assertThat(html)
                .contains("<h1>Netralitas ASN di Pati</h1>")
                .contains("Rabu, 11 Agustus 2027")
                .contains("pukul 09.00 s.d. 12.00 WIB")
                .contains("Hotel New Merdeka, Kabupaten Pati")
                .contains("href=\"/kegiatan/" + slug(event) + "/daftar\"")
                .contains("https://wa.me/?text=Netralitas%20ASN%20di%20Pati%0A%0AWaktu%3A");
    }

    @Test
    void aHostileTitleIsOnlyText() {
        String title = "<script>alert('x')</script> \" onload=\"y";
        JsonNode event = published(Map.of("title", title));
        assertThat(html("/kegiatan/" + slug(event)))
                .contains("<h1>&lt;script&gt;alert('x')&lt;/script&gt;")
                .contains(
                        "content=\"&lt;script>alert(&#39;x&#39;)&lt;/script> &#34; onload=&#34;y\"")
                .doesNotContain("<script>alert");
        assertThat(html("/?wilayah=33.18&q=onload")).doesNotContain("<script>alert");
    }

    @Test
    void aMovedEventSaysWhatItWasAndWhatItIs() {
        JsonNode event = published(Map.of("title", "Rakor yang pindah"));
        Map<String, Object> move =
                Map.of(
                        "startsAt", "2027-08-12T13:00:00+07:00",
                        "endsAt", "2027-08-12T15:00:00+07:00",
                        "reason", "Gedung dipakai KPU");
        caller.post(TestTokens.admin(), api(event) + "/reschedule", move).expectStatus().isOk();
        assertThat(html("/kegiatan/" + slug(event)))
                .contains("<strong>DIUBAH</strong>")
                .contains("<del>Rabu, 11 Agustus 2027, pukul 09.00 s.d. 12.00 WIB</del>")
                .contains("<ins>Kamis, 12 Agustus 2027, pukul 13.00 s.d. 15.00 WIB</ins>")
                .contains("Alasan: Gedung dipakai KPU");
    }

    @Test
    void aCancelledEventSaysWhyAndTakesNoRegistration() {
        JsonNode event = published(Map.of("title", "Rakor yang batal"));
        caller.post(TestTokens.admin(), api(event) + "/cancel", Map.of("reason", "Banjir"))
                .expectStatus()
                .isOk();
        assertThat(html("/kegiatan/" + slug(event)))
                .contains("<strong>DIBATALKAN</strong>", "<p>Banjir</p>")
                .doesNotContain("/daftar\"");
    }

    @Test
    void anUnknownTimeFollows() {
        Map<String, Object> day = new HashMap<>(Map.of("title", "Waktunya belum ada"));
        day.put("startsAt", null);
        day.put("endsAt", null);
        day.put("date", "2027-08-11");
        JsonNode event = published(day);
        assertThat(html("/kegiatan/" + slug(event)))
                .contains("Rabu, 11 Agustus 2027", "Waktu menyusul");
    }

    @Test
    void whatIsOverHasNoTimeToFollow() {
        Map<String, Object> day = new HashMap<>(Map.of("title", "Sudah lewat"));
        day.put("startsAt", null);
        day.put("endsAt", null);
        day.put("date", "2024-01-31");
        assertThat(html("/kegiatan/" + slug(published(day))))
                .contains("Rabu, 31 Januari 2024")
                .doesNotContain("menyusul", "Waktu</dt>");
    }

    @Test
    void severalDaysShowFromWhenToWhen() {
        published(Map.of("title", "Bimtek Dua Hari", "endsAt", "2027-08-12T12:00:00+07:00"));
        assertThat(html("/?q=dua+hari")).contains("11<small>–12</small>");
    }

    @Test
    void aDraftDoesNotExistForOthers() {
        JsonNode draft = draft(Map.of("title", "Masih rahasia"));
        caller.get(TestTokens.anyone(), "/kegiatan/" + slug(draft)).expectStatus().isNotFound();
        assertThat(html("/?q=rahasia")).doesNotContain("Masih rahasia");
    }

    @Test
    void theAgendaIsSearchedAndNarrowedToARegion() {
        published(Map.of("title", "Sosialisasi Zamrud"));
        assertThat(html("/?q=zamrud")).contains("Sosialisasi Zamrud", "1 kegiatan mendatang");
        assertThat(html("/?q=zamrud&wilayah=33")).contains("Sosialisasi Zamrud", "Kabupaten Pati");
        assertThat(html("/?q=zamrud&wilayah=36"))
                .doesNotContain("Sosialisasi Zamrud")
                .contains("Tidak ada kegiatan yang cocok");
        assertThat(html("/?q=zamrud&jenis=bimtek")).doesNotContain("Sosialisasi Zamrud");
    }

    @Test
    void aMangledLinkStillShowsTheAgenda() {
        assertThat(html("/?wilayah=xx&jenis=none&q=%00")).contains("<h1>Agenda kegiatan</h1>");
    }

    @Test
    void theNoticeSaysHowLongDataIsKeptAndWhoAnswersForIt() {
        assertThat(html("/privasi"))
                .contains(
                        "disimpan 2 tahun setelah kegiatan berakhir",
                        "Pengendali data pribadi: instansi penyelenggara kegiatan. Kontak:");
    }

    @Test
    void everyKeyOfAPageHasItsText() {
        published(Map.of("title", "Lengkap", "theme", "Tema", "note", "Batik"));
        assertThat(html("/") + html("/privasi") + html("/?lewat=1"))
                .doesNotContainPattern(">(agenda|event|privacy|layout)\\.[a-z.-]+<");
    }

    private String html(String path) {
        return Objects.requireNonNull(
                caller.request(HttpMethod.GET, TestTokens.anyone(), path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private JsonNode published(Map<String, ?> fields) {
        JsonNode event = draft(fields);
        caller.post(TestTokens.admin(), api(event) + "/publish", Map.of()).expectStatus().isOk();
        return event;
    }

    private JsonNode draft(Map<String, ?> fields) {
        Map<String, Object> event = new HashMap<>();
        event.put("type", "rakor");
        event.put("venue", Map.of("name", "Hotel New Merdeka", "regionCode", "33.18"));
        event.put("startsAt", "2027-08-11T09:00:00+07:00");
        event.put("endsAt", "2027-08-11T12:00:00+07:00");
        event.putAll(fields);
        return caller.event(caller.agency("Bawaslu Pati", "33.18"), event);
    }

    private static String slug(JsonNode event) {
        return event.path("slug").stringValue();
    }

    private static String api(JsonNode event) {
        return "/api/events/" + event.path("id").stringValue();
    }
}
