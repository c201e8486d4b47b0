package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.MultiValueMap;

@ServiceTest
class DashboardPagesTests extends OrganiserTest {

    @Autowired DatabaseClient database;

    @Test
    void draftsTakeNoPlaceOfPublishedEvents() {
        copies(created(complete("Rapat draf")), "draft", 100);
        MultiValueMap<String, String> later = complete("Rapat terbit");
        later.set("date", "2027-09-11");
        String path = created(later);
        post(session, path + "/terbit", form()).expectStatus().isSeeOther();
        assertThat(html(session, "/panitia"))
                .contains("Mendatang <span class=\"muted\">(1)</span>", "href=\"" + path + "\"");
    }

    @Test
    void aListThatIsLongerThanShownSaysSoAndGoesOn() {
        String path = created(complete("Rapat terbit"));
        post(session, path + "/terbit", form()).expectStatus().isSeeOther();
        copies(path, "published", 120);
        assertThat(html(session, "/panitia"))
                .contains("Mendatang <span class=\"muted\">(121)</span>", "Lihat semua (121)");
        String all = html(session, "/panitia?daftar=mendatang&limit=100");
        assertThat(all).contains("(121)", "/panitia?daftar=mendatang&cursor=");
        String next = all.split("cursor=")[1].split("\"")[0];
        String rest = html(session, "/panitia?daftar=mendatang&limit=100&cursor=" + next);
        assertThat(rest.split("agenda__item", -1)).hasSize(1 + 21);
        assertThat(rest).contains("(121)").doesNotContain("cursor=");
        caller.get(session, "/panitia?daftar=lain").expectStatus().isNotFound();
    }

    /** Events of the same agency and day, as rows. */
    private void copies(String path, String status, int number) {
        database.sql(
                        """
                        insert into event
                        select (jsonb_populate_record(event, jsonb_build_object(
                            'id', uuidv7(), 'slug', 'salinan-' || :mark::text || i, 'status', :status::text))).*
                        from event, generate_series(1, :number) as i where slug = :slug
                        """)
                .bindValues(
                        Map.of(
                                "mark",
                                UUID.randomUUID().toString(),
                                "status",
                                status,
                                "number",
                                number,
                                "slug",
                                path.substring(path.lastIndexOf('/') + 1)))
                .then()
                .block();
    }
}
