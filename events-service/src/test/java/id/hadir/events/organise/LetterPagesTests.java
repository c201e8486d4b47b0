package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;

@ServiceTest
class LetterPagesTests extends OrganiserTest {

    @Test
    void aLetterheadIsWrittenAndItsFaultsAreToldWithNothingLost() {
        String path = "/panitia/kop/" + agency;
        assertThat(html(session, path)).contains("Bawaslu Kabupaten Pati", "{bulan-romawi}");
        String html =
                body(
                        post(session, path, form("lines", "BAWASLU", "signer.nip", "12 <3>"))
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(html)
                .contains("href=\"#town\"", "href=\"#signer.name\"", "NIP terdiri atas 18 angka.")
                .contains("value=\"12 &lt;3>\"");
        MultiValueMap<String, String> right =
                form(
                        "lines",
                        "BADAN PENGAWAS PEMILIHAN UMUM\nKABUPATEN PATI",
                        "town",
                        "Pati",
                        "signer.position",
                        "Ketua",
                        "signer.name",
                        "Contoh Nama");
        assertThat(html(session, location(post(session, path, right))))
                .contains("Kop surat tersimpan.", "value=\"Contoh Nama\"");
    }

    @Test
    void aLetterIsNumberedShownAndOfferedForPrinting() {
        String path = created(complete("Rakor Surat")) + "/surat";
        assertThat(html(session, path))
                .contains("Undangan Rakor Surat", "Sebelum surat dikirim, lengkapi kop surat:")
                .contains("/letter.pdf?paper=f4", "Belum ada yang diundang");
        MultiValueMap<String, String> typed = form("dress", "Batik", "lanjut", "nomori");
        assertThat(html(session, location(post(session, path, typed))))
                .contains("Surat tersimpan.", "name=\"dress\" type=\"text\" value=\"Batik\"")
                .containsPattern("name=\"number\" type=\"text\" value=\"1/[IVX]+/20[0-9]{2}\"")
                .doesNotContain("Ambil nomor berikutnya");
        caller.get(session, path + "/pratinjau")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_PNG);
    }
}
