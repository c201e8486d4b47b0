package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

@ServiceTest
class SeriesPagesTests extends OrganiserTest {

    @Test
    void anEventIsRepeatedAndTheLaterOnesAreChangedWithIt() {
        String path = created(complete("Rapat pekanan"));
        assertThat(html(session, path)).contains("Jadikan rangkaian");
        assertThat(html(session, path + "/rangkaian")).contains("Setiap minggu", "Masa tenang");
        MultiValueMap<String, String> rule = form("rule", "FREQ=WEEKLY", "count", "3");
        assertThat(location(post(session, path + "/rangkaian", rule)))
                .isEqualTo(path + "#rangkaian");
        String desk = html(session, path);
        assertThat(desk)
                .contains("Rangkaian kegiatan", "Ke-3 dari 3", "Rabu, 25 Agustus 2027")
                .doesNotContain("Jadikan rangkaian");
        assertThat(html(session, path + "/ubah"))
                .contains("Kegiatan ini dan 2 berikutnya dalam rangkaian");
        MultiValueMap<String, String> edit = complete("Rapat pekanan bersama");
        edit.add("version", "1");
        edit.add("scope", "following");
        post(session, path + "/ubah", edit).expectStatus().isSeeOther();
        String second = desk.substring(0, desk.indexOf("\">Ke-2 dari 3"));
        assertThat(html(session, second.substring(second.lastIndexOf("/panitia/"))))
                .contains("<h1>Rapat pekanan bersama");
    }

    @Test
    void theStagesWithADateAreMade() {
        String path = created(complete("Pengawasan pemilihan"));
        MultiValueMap<String, String> stages = form("stage", "Kampanye");
        stages.add("stages[0].name", "Pendaftaran");
        stages.add("stages[0].date", "");
        stages.add("stages[1].name", "Pemungutan suara");
        stages.add("stages[1].date", "2027-11-24");
        post(session, path + "/rangkaian", stages).expectStatus().isSeeOther();
        assertThat(html(session, path))
                .contains("Pemungutan suara", "Rabu, 24 November 2027")
                .doesNotContain("Pendaftaran</a>");
        stages.set("stages[1].date", "nanti");
        assertThat(
                        body(
                                post(session, path + "/rangkaian", stages)
                                        .expectStatus()
                                        .is4xxClientError()))
                .contains("value=\"Pemungutan suara\"");
    }
}
