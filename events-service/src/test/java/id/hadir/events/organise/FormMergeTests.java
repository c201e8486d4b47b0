package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** Two people change one event at once. */
@ServiceTest
class FormMergeTests extends OrganiserTest {

    private static final String MINE = "name=\"pilih.title\" value=\"saya\" checked";

    /** The form as it is opened: each has a browser of their own. */
    private MultiValueMap<String, String> opened(String path, MultiValueMap<String, String> as) {
        String html = html(session, path + "/ubah");
        MultiValueMap<String, String> form = form();
        form.putAll(as);
        form.set("version", shown(html, "version"));
        form.set("asal", HtmlUtils.htmlUnescape(shown(html, "asal")));
        form.set("timeZone", "Asia/Jakarta");
        return form;
    }

    private String overtaken(String path, MultiValueMap<String, String> form) {
        return body(post(session, path + "/ubah", form).expectStatus().isEqualTo(412));
    }

    private void saved(String path, MultiValueMap<String, String> form) {
        post(session, path + "/ubah", form).expectStatus().isSeeOther();
    }

    private static MultiValueMap<String, String> again(
            MultiValueMap<String, String> form, String html) {
        form.set("dibandingkan", shown(html, "dibandingkan"));
        form.set("venue.name", shown(html, "venue.name"));
        return form;
    }

    /** Inputs have more attributes between name and value than hidden fields. */
    static String shown(String html, String field) {
        Matcher input =
                Pattern.compile("name=\"" + Pattern.quote(field) + "\"[^>]* ?value=\"([^\"]*)\"")
                        .matcher(html);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    @Test
    void whatOnlyOneChangedIsMergedAndShown() {
        String path = created(complete("Judul pertama"));
        MultiValueMap<String, String> theirs = opened(path, complete("Judul pertama"));
        MultiValueMap<String, String> mine = opened(path, complete("Judul pertama"));
        theirs.set("venue.name", "Pendopo Kabupaten");
        saved(path, theirs);
        mine.set("title", "Judul saya");
        String html = overtaken(path, mine);
        assertThat(html)
                .contains("sudah diubah orang lain", "Hanya diubah orang lain", "Pendopo Kabupaten")
                .contains("value=\"Judul saya\"")
                .doesNotContain("pilih.");
        assertThat(html(session, path)).contains("Judul pertama");
        saved(path, again(mine, html));
        assertThat(html(session, path)).contains("Judul saya", "Pendopo Kabupaten");
    }

    @Test
    void whatBothChangedIsShownSideBySideAndMineIsUsedUnlessTheirsIsChosen() {
        String path = created(complete("Judul pertama"));
        MultiValueMap<String, String> theirs = opened(path, complete("Judul pertama"));
        MultiValueMap<String, String> mine = opened(path, complete("Judul pertama"));
        MultiValueMap<String, String> third = opened(path, complete("Judul ketiga"));
        theirs.set("title", "Judul mereka");
        theirs.set("type", "bimtek");
        saved(path, theirs);
        mine.set("title", "Judul saya");
        String html = overtaken(path, mine);
        assertThat(html).contains(MINE, "Judul mereka", "value=\"Judul saya\"", "Bimbingan teknis");
        mine.set("type", "bimtek");
        saved(path, again(mine, html));
        assertThat(html(session, path)).contains("Judul saya");
        html = overtaken(path, third);
        assertThat(html).contains(MINE, "Judul saya", "Judul ketiga");
        third.set("pilih.title", "tersimpan");
        saved(path, again(third, html));
        assertThat(html(session, path + "/ubah"))
                .contains("value=\"Judul saya\"")
                .doesNotContain("Judul ketiga");
    }

    @Test
    void aThirdChangeWhileChoosingIsNotOverwritten() {
        String path = created(complete("Judul pertama"));
        MultiValueMap<String, String> theirs = opened(path, complete("Judul kedua"));
        MultiValueMap<String, String> mine = opened(path, complete("Judul saya"));
        saved(path, theirs);
        String html = overtaken(path, mine);
        saved(path, opened(path, complete("Judul ketiga")));
        assertThat(overtaken(path, again(mine, html))).contains(MINE, "Judul ketiga");
        assertThat(html(session, path)).contains("Judul ketiga");
    }

    @Test
    void askingForMoreOfTheFormMeanwhileLosesNoChoice() {
        String path = created(complete("Judul pertama"));
        MultiValueMap<String, String> mine = opened(path, complete("Judul saya"));
        saved(path, opened(path, complete("Judul mereka")));
        again(mine, overtaken(path, mine));
        mine.set("lanjut", "item");
        String more = body(post(session, path + "/ubah", mine).expectStatus().isOk());
        mine.remove("lanjut");
        assertThat(overtaken(path, again(mine, more))).contains(MINE, "Judul mereka");
    }

    @Test
    void rowsOfTheAgendaAreMergedOneByOne() {
        MultiValueMap<String, String> two = complete("Dua acara");
        two.add("agenda[0].title", "Pembukaan");
        two.add("agenda[1].title", "Diskusi");
        String path = created(two);
        MultiValueMap<String, String> theirs = opened(path, two);
        MultiValueMap<String, String> mine = opened(path, two);
        theirs.add("agenda[1].speakers[0].name", "Jumani");
        theirs.add("agenda[1].speakers[0].role", "narasumber");
        saved(path, theirs);
        mine.set("agenda[0].title", "Pembukaan resmi");
        assertThat(overtaken(path, mine))
                .contains("Acara ke-2</legend>", "Diskusi · Jumani", "value=\"Jumani\"")
                .contains("value=\"Pembukaan resmi\"")
                .doesNotContain("pilih.", "Acara ke-1</legend>");
    }

    @Test
    void anAgendaOfAnotherLengthIsChosenAsAWhole() {
        MultiValueMap<String, String> one = complete("Satu acara");
        one.add("agenda[0].title", "Pembukaan");
        String path = created(one);
        MultiValueMap<String, String> theirs = opened(path, one);
        MultiValueMap<String, String> mine = opened(path, one);
        theirs.add("agenda[1].title", "Doa");
        saved(path, theirs);
        mine.set("agenda[0].title", "Pembukaan resmi");
        String html = overtaken(path, mine);
        assertThat(html).contains("name=\"pilih.agenda\"", "Pembukaan\nDoa");
        mine.set("pilih.agenda", "tersimpan");
        saved(path, again(mine, html));
        assertThat(html(session, path + "/ubah")).contains("value=\"Doa\"", "value=\"Pembukaan\"");
    }

    @Test
    void withoutTheFormItBeganWithEveryDifferenceIsToBeChosen() {
        String path = created(complete("Judul pertama"));
        MultiValueMap<String, String> edit = complete("Judul kedua");
        edit.add("version", "1");
        saved(path, edit);
        for (String origin : new String[] {"", "[]", "{\"title\":[]}", "null", "{"}) {
            edit.set("asal", origin);
            edit.set("title", "Judul dari tab lama");
            assertThat(overtaken(path, edit)).contains(MINE, "Judul kedua", "Judul dari tab lama");
        }
    }

    @Test
    void aDraftIsNoWayRoundTheOthersChange() {
        String path = created(complete("Judul pertama"));
        MultiValueMap<String, String> mine = opened(path, complete("Judul saya"));
        saved(path, opened(path, complete("Judul mereka")));
        mine.set("dibandingkan", shown(overtaken(path, mine), "dibandingkan"));
        post(session, path + "/ubah/simpan", mine).expectStatus().isOk();
        String restored = html(session, path + "/ubah");
        assertThat(shown(restored, "version")).isEqualTo("1");
        assertThat(shown(restored, "dibandingkan")).isEmpty();
        mine.remove("dibandingkan");
        assertThat(overtaken(path, mine)).contains(MINE, "Judul mereka");
    }
}
