package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

/** What comes of the form before it is published. */
@ServiceTest
class PreviewPagesTests extends OrganiserTest {

    @Test
    void aDraftIsShownAsItsPublicPageWithABand() {
        String path = created(complete("Rakor yang dicoba"));
        assertThat(html(session, path)).contains(path + "/pratinjau");
        assertThat(html(session, path + "/ubah")).contains(path + "/pratinjau");
        assertThat(html(session, path + "/pratinjau"))
                .contains("Pratinjau: belum terbit", "Rakor yang dicoba")
                .contains("pukul 09.00 WIB s.d. selesai", "Formulir pendaftaran", "NIP")
                .doesNotContain("<form");
        post(session, path + "/terbit", form()).expectStatus().isSeeOther();
        assertThat(html(session, path + "/pratinjau"))
                .contains("Pratinjau: sudah terbit")
                .doesNotContain("belum terbit");
    }

    @Test
    void rowsAreMovedAndRemovedWithoutSaving() {
        MultiValueMap<String, String> form = complete("Rakor berurutan");
        form.add("agenda[0].title", "Pembukaan");
        form.add("agenda[1].title", "Diskusi");
        form.set("lanjut", "naik:agenda[1]");
        assertThat(body(post(session, "/panitia/baru", form).expectStatus().isOk()))
                .containsSubsequence("value=\"Diskusi\"", "value=\"Pembukaan\"")
                .contains("value=\"turun:agenda[0]\"", "value=\"naik:agenda[1]\"")
                .doesNotContain("value=\"naik:agenda[0]\"", "value=\"turun:agenda[1]\"");
        form.set("lanjut", "hapus:agenda[0]");
        assertThat(body(post(session, "/panitia/baru", form).expectStatus().isOk()))
                .contains("value=\"Diskusi\"")
                .doesNotContain("value=\"Pembukaan\"");
    }

    @Test
    void anOnlineEventKeepsNoRoomAndAHybridOneHasBoth() {
        MultiValueMap<String, String> form = complete("Rakor daring");
        form.set("onlineUrl", "https://zoom.example/j/1");
        form.set("place", "online");
        String path = created(form);
        assertThat(html(session, path)).contains("Daring").doesNotContain("Hotel New Merdeka");
        assertThat(html(session, path + "/ubah"))
                .contains("id=\"place-online\" name=\"place\" value=\"online\" checked");
        form.set("place", "both");
        assertThat(html(session, created(form) + "/ubah"))
                .contains("value=\"https://zoom.example/j/1\"", "value=\"Hotel New Merdeka\"")
                .contains("id=\"place-both\" name=\"place\" value=\"both\" checked");
    }
}
