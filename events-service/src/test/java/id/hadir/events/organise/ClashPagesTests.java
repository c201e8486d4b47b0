package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

@ServiceTest
class ClashPagesTests extends OrganiserTest {

    private static MultiValueMap<String, String> in(String hall, String date) {
        MultiValueMap<String, String> form = complete("Rapat di " + hall);
        form.set("venue.name", hall);
        form.set("date", date);
        form.add("timeZone", "Asia/Jakarta");
        return form;
    }

    private String warned(String query, MultiValueMap<String, String> form) {
        String html =
                post(session, "/panitia/bentrok" + query, form)
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return html == null ? "" : html.strip();
    }

    @Test
    void aClashIsToldWhileTheFormIsFilledIn() {
        String hall = "Gedung " + UUID.randomUUID();
        String path = created(in(hall, "2028-04-03"));
        String query = "?kegiatan=" + path.substring("/panitia/".length());
        assertThat(warned("", in(hall, "2028-04-03")))
                .contains("Tempat yang sama", "Rapat di " + hall)
                .doesNotContain("<html");
        assertThat(warned(query, in(hall, "2028-04-03"))).isEmpty();
        assertThat(warned("", in(hall, "2028-04-04"))).isEmpty();
        assertThat(warned("", form("startsAt", "25.00"))).isEmpty();
        assertThat(html(session, path + "/ubah")).contains("hx-post=\"/panitia/bentrok" + query);
    }

    @Test
    void whatIsWrongElsewhereInTheFormKeepsNoClashBack() {
        String hall = "Gedung " + UUID.randomUUID();
        created(in(hall, "2028-04-03"));
        String path = created(in(hall, "2028-04-04"));
        MultiValueMap<String, String> form = in(hall, "2028-04-03");
        form.set("capacity", "banyak");
        form.set("registration.closesAt", "kapan-kapan");
        String query = "?kegiatan=" + path.substring("/panitia/".length());
        assertThat(warned("", form)).contains("Tempat yang sama");
        assertThat(warned(query, form)).contains("Tempat yang sama");
    }

    @Test
    void aMoveIsWarnedOfBeforeItIsDone() {
        String hall = "Gedung " + UUID.randomUUID();
        created(in(hall, "2028-04-05"));
        String path = created(in(hall, "2028-04-06"));
        String query = "?pindah=1&kegiatan=" + path.substring("/panitia/".length());
        MultiValueMap<String, String> move = form("date", "2028-04-05", "startsAt", "10.00");
        move.add("timeZone", "Asia/Jakarta");
        assertThat(warned(query, move)).contains("Tempat yang sama", "Rapat di " + hall);
        move.add("lanjut", "bentrok");
        assertThat(body(post(session, path + "/jadwal", move).expectStatus().isOk()))
                .contains("Tempat yang sama", "value=\"2028-04-05\"");
        assertThat(html(session, path)).contains("6 April 2028");
    }
}
