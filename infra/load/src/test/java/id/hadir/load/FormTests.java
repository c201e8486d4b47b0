package id.hadir.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormTests {

    private final Form form = new Form();

    @Test
    void theKeyOfThePageIsSentWithWhatIsTyped() {
        form.readHidden(
                """
                <form method="post" action="/kegiatan/rakornas/daftar" novalidate>
                    <input type="hidden" name="_csrf" value="">
                    <input type="hidden" name="key" value="0b9e3f52">
                    <input id="office" name="office" type="search" value="">
                </form>
                """);
        form.put("attendee.name", "Siti Rahayu, S.H.");
        assertThat(form.encoded())
                .isEqualTo("_csrf=&key=0b9e3f52&attendee.name=Siti+Rahayu%2C+S.H.");
    }

    @Test
    void aFormThatCameBackIsSentAgainWithWhatThePageCounted() {
        form.put("key", "0b9e3f52");
        form.readHidden(
                """
                <input type="hidden" name="office" value="Kec. Ma&#39;rang &amp; Labakkang">
                <input type="hidden" name="_attempt" value="2">
                """);
        assertThat(form.encoded())
                .isEqualTo("key=0b9e3f52&office=Kec.+Ma%27rang+%26+Labakkang&_attempt=2");
    }
}
