package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.MultiValueMap;

/** What is typed into the form of an event is kept until it is saved or thrown away. */
@ServiceTest
class FormDraftTests extends OrganiserTest {

    private static final String NEW = "/panitia/baru";
    private static final String RESTORED = "Isian yang belum disimpan telah dipulihkan";

    @Autowired DatabaseClient database;
    @Autowired FormDrafts drafts;

    /** The tests' organisers share one name. */
    @BeforeEach
    void nothingKept() {
        post(session, NEW, form("lanjut", "buang")).expectStatus().isSeeOther();
    }

    private void keep(String token, String form, MultiValueMap<String, String> typed) {
        assertThat(body(post(token, form + "/simpan", typed).expectStatus().isOk()))
                .contains("Isian tersimpan sementara pukul ", "WIB")
                .doesNotContain("<html");
    }

    @Test
    void aNewFormIsFilledAgainWithWhatWasTypedLast() {
        keep(session, NEW, complete("Rapat setengah jadi"));
        MultiValueMap<String, String> typed = complete("Rapat hampir jadi");
        typed.add("agenda[0].title", "");
        typed.add("agenda[1].title", "Pembukaan");
        typed.set("startsAt", "jam sembilan");
        keep(session, NEW, typed);
        assertThat(html(session, NEW))
                .contains(RESTORED, "value=\"Rapat hampir jadi\"", "value=\"jam sembilan\"")
                .contains("id=\"agenda[0].title\" name=\"agenda[0].title\" type=\"text\"")
                .contains("value=\"Pembukaan\"", "value=\"33.18\" selected")
                .doesNotContain("setengah jadi");
        assertThat(html(session, "/panitia")).doesNotContain("Rapat hampir jadi");
    }

    @Test
    void savingForgetsWhatWasKept() {
        keep(session, NEW, complete("Rapat disimpan"));
        String path = created(complete("Rapat disimpan"));
        assertThat(html(session, NEW)).doesNotContain(RESTORED, "Rapat disimpan");
        MultiValueMap<String, String> edit = complete("Rapat diubah");
        edit.add("version", "1");
        keep(session, path + "/ubah", edit);
        assertThat(html(session, path + "/ubah")).contains(RESTORED, "value=\"Rapat diubah\"");
        assertThat(html(session, path)).doesNotContain("Rapat diubah");
        post(session, path + "/ubah", edit).expectStatus().isSeeOther();
        assertThat(html(session, path + "/ubah")).doesNotContain(RESTORED);
    }

    @Test
    void whatIsWrongStaysKept() {
        MultiValueMap<String, String> typed = complete("");
        typed.set("theme", "Tema yang sudah ada");
        keep(session, NEW, typed);
        post(session, NEW, typed).expectStatus().isEqualTo(422);
        assertThat(html(session, NEW)).contains(RESTORED, "Tema yang sudah ada");
    }

    @Test
    void throwingItAwayShowsTheEventAsItIs() {
        String path = created(complete("Judul tersimpan"));
        keep(session, path + "/ubah", complete("Judul terbuang"));
        assertThat(location(post(session, path + "/ubah", form("lanjut", "buang"))))
                .isEqualTo(path + "/ubah");
        assertThat(html(session, path + "/ubah"))
                .contains("value=\"Judul tersimpan\"")
                .doesNotContain(RESTORED, "Judul terbuang");
    }

    @Test
    void nobodyElseSeesIt() {
        keep(session, NEW, complete("Rahasia panitia"));
        assertThat(html(TestTokens.admin(), NEW)).doesNotContain("Rahasia panitia");
        String path = created(complete("Milik Pati"));
        String other = TestTokens.organiserSession(caller.agency("KPU Serang", "36.04"), CSRF);
        post(other, path + "/ubah/simpan", complete("Dari Serang")).expectStatus().isNotFound();
    }

    @Test
    void whatIsKeptHoldsNoTokenAndGoesAfterThirtyDays() {
        keep(session, NEW, complete("Rapat tua"));
        assertThat(typed("Rapat tua")).doesNotContain(CSRF, "_csrf");
        age("Rapat tua", 29);
        drafts.forgetOld().block();
        assertThat(html(session, NEW)).contains("Rapat tua");
        age("Rapat tua", 31);
        drafts.forgetOld().block();
        assertThat(html(session, NEW)).doesNotContain("Rapat tua");
    }

    private String typed(String title) {
        return String.valueOf(
                database.sql("select typed::text from form_draft where typed->>'title' = :title")
                        .bind("title", title)
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private void age(String title, int days) {
        database.sql(
                        """
                        update form_draft set saved_at = now() - make_interval(days => :days)
                        where typed->>'title' = :title
                        """)
                .bindValues(Map.of("title", title, "days", days))
                .then()
                .block();
    }
}
