package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

@ServiceTest
class CopyPagesTests extends OrganiserTest {

    @Test
    void anEventIsCopiedToAnotherDayFromItsDesk() {
        String path = created(complete("Rapat bulanan"));
        assertThat(html(session, path)).contains("href=\"" + path + "/salin\"");
        assertThat(html(session, path + "/salin")).contains("Rapat bulanan", "Tanggal salinan");
        MultiValueMap<String, String> form =
                form("date", "2027-09-15", "startsAt", "", "timeZone", "Asia/Jakarta");
        String copy = location(post(session, path + "/salin", form));
        assertThat(copy).isNotEqualTo(path);
        assertThat(html(session, copy)).contains("Rabu, 15 September 2027, pukul 09.00 WIB");
        form.set("date", "kemarin dulu");
        assertThat(body(post(session, path + "/salin", form).expectStatus().isEqualTo(422)))
                .contains("href=\"#date\"", "value=\"kemarin dulu\"");
    }
}
