package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

class RowMoveTests {

    private final MultiValueMap<String, String> form =
            OrganiserTest.form(
                    "title", "Rakor",
                    "agenda[0].title", "Pembukaan",
                    "agenda[1].title", "Diskusi",
                    "agenda[1].speakers[0].name", "Jumani",
                    "agenda[1].speakers[1].name", "Maya",
                    "agenda[10].title", "Doa");

    private String titles(String button) {
        EventForm moved = EventForm.typed(RowMove.applied(button, form));
        return moved.text("agenda[0].title")
                + " "
                + moved.text("agenda[1].title")
                + " "
                + moved.text("agenda[2].title");
    }

    private String speakers(String button, String item) {
        EventForm moved = EventForm.typed(RowMove.applied(button, form));
        return moved.text(item + ".speakers[0].name")
                + " "
                + moved.text(item + ".speakers[1].name");
    }

    @Test
    void aRowChangesPlacesWithItsNeighbourAndTakesItsSpeakersAlong() {
        assertThat(titles("naik:agenda[1]")).isEqualTo("Diskusi Pembukaan Doa");
        assertThat(titles("turun:agenda[0]")).isEqualTo("Diskusi Pembukaan Doa");
        assertThat(speakers("naik:agenda[1]", "agenda[0]")).isEqualTo("Jumani Maya");
        assertThat(speakers("naik:agenda[1]", "agenda[1]")).isBlank();
    }

    @Test
    void aRemovedRowTakesItsSpeakersAwayAndNoOther() {
        assertThat(titles("hapus:agenda[1]")).isEqualTo("Pembukaan Doa ");
        assertThat(speakers("hapus:agenda[1]", "agenda[1]")).isBlank();
        assertThat(titles("hapus:agenda[10]")).isEqualTo("Pembukaan Diskusi ");
    }

    @Test
    void speakersMoveWithinTheirRow() {
        assertThat(speakers("naik:agenda[1].speakers[1]", "agenda[1]")).isEqualTo("Maya Jumani");
        assertThat(speakers("hapus:agenda[1].speakers[0]", "agenda[1]")).isEqualTo("Maya ");
    }

    @Test
    void theEndsStayAndOtherButtonsMoveNothing() {
        for (String button :
                new String[] {"naik:agenda[0]", "turun:agenda[10]", "item", "hapus:title", ""}) {
            assertThat(titles(button)).as(button).isEqualTo("Pembukaan Diskusi Doa");
        }
    }
}
