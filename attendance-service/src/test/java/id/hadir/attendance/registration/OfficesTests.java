package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.form.OfficeChoices;
import id.hadir.attendance.form.OfficeChoices.Office;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Finding an office by typing, on tables that were never analysed. */
@ServiceTest
class OfficesTests {

    @Autowired private Sample sample;
    @Autowired private EventQueries events;
    @Autowired private Offices offices;

    private UUID baros;

    @BeforeEach
    void units() {
        sample.unit("Kabupaten Serang", "pemda-kabupaten-kota", "36.04");
        baros = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        sample.unit("Kota Sukabumi", "pemda-kabupaten-kota", "32.72");
    }

    private Event event(UUID id) {
        return Objects.requireNonNull(events.find(id).block());
    }

    private List<Office> found(Event event, String typed) {
        return choices(event, typed, "").found();
    }

    private OfficeChoices choices(Event event, String typed, String chosen) {
        return Objects.requireNonNull(offices.choices(event, typed, chosen, false).block());
    }

    @Test
    void anInvitedEventOffersItsRosterAlone() {
        UUID id = sample.event(e -> e);
        sample.invite(id, baros, 1);
        assertThat(found(event(id), "BAR"))
                .extracting(Office::id)
                .containsExactly(baros.toString());
        assertThat(found(event(id), "sukabumi")).isEmpty();
        assertThat(choices(event(id), "sukabumi", "").mayBeUnlisted()).isFalse();
    }

    @Test
    void aSmallRosterIsOfferedBeforeAnybodySearches() {
        UUID id = sample.event(e -> e);
        sample.invite(id, baros, 1);
        assertThat(found(event(id), "")).hasSize(1);
    }

    @Test
    void anOfficeThatWasSwitchedOffIsOfferedByTheRosterAlone() {
        UUID padam = sample.unit("Kecamatan Padam", "kecamatan", "36.04.96");
        UUID id = sample.event(e -> e);
        sample.invite(id, padam, 1);
        sample.switchOff(padam, "Kecamatan Padam", "kecamatan", "36.04.96");
        for (String typed : List.of("", "padam", "padam serang")) {
            assertThat(found(event(id), typed))
                    .extracting(Office::id)
                    .containsExactly(padam.toString());
        }
        assertThat(choices(event(id), "lain", padam.toString()).found()).hasSize(1);
        Event open = event(sample.openEvent(e -> e));
        assertThat(found(open, "kecamatan padam")).isEmpty();
        assertThat(choices(open, "lain", padam.toString()).found()).isEmpty();
    }

    @Test
    void aLargeRosterWaitsForASearch() {
        UUID id = sample.event(e -> e);
        for (int i = 0; i < 13; i++) {
            sample.invite(id, sample.unit("Desa Luas " + i, "desa", "36.04.06.20" + i), 1);
        }
        assertThat(found(event(id), "")).isEmpty();
        assertThat(found(event(id), "luas desa")).hasSize(13);
    }

    @Test
    void anOfficeIsFoundByItsNameAsItIsWritten() {
        UUID tiro = sample.unit("Kecamatan Tiro/Truseb", "kecamatan", "11.07.21");
        Event open = event(sample.openEvent(e -> e));

        for (String typed : List.of("Kecamatan Tiro/Truseb", "truseb", "tiro tru")) {
            assertThat(found(open, typed)).extracting(Office::id).contains(tiro.toString());
        }
    }

    @Test
    void anOfficeOfJustThisNameComesFirstHoweverFarAway() {
        for (int i = 0; i < 21; i++) {
            sample.unit("Kecamatan Bintangan " + i, "kecamatan", "36.04.9" + i);
        }
        UUID far = sample.unit("Kecamatan Bintang", "kecamatan", "11.04.08");
        Event open = event(sample.openEvent(e -> e));

        assertThat(found(open, "Kecamatan Bintang").getFirst().id()).isEqualTo(far.toString());
    }

    @Test
    void theRegencyAboveTellsOfficesOfOneNameApart() {
        sample.unit("Kecamatan Kembarsari", "kecamatan", "36.04.97");
        sample.unit("Kecamatan Kembarsari", "kecamatan", "32.72.97");
        Event open = event(sample.openEvent(e -> e));
        assertThat(found(open, "kembarsari serang"))
                .isNotEmpty()
                .allMatch(office -> "Kabupaten Serang".equals(office.above()));
        assertThat(found(open, "kecamatan kembarsari"))
                .extracting(Office::above)
                .containsOnly("Kabupaten Serang", "Kota Sukabumi");
    }

    @Test
    void theChosenOneStaysWhileTheSearchGoesOn() {
        UUID id = sample.event(e -> e);
        sample.invite(id, baros, 1);
        assertThat(choices(event(id), "lain", baros.toString()).found())
                .extracting(Office::id)
                .containsExactly(baros.toString());
        assertThat(choices(event(id), "", "keine-id").found()).hasSize(1);
    }

    @Test
    void noLetterOfASearchIsTakenForSyntax() {
        Event open = event(sample.openEvent(e -> e));
        assertThat(found(open, "baros' | ! & <-> :* ( \\ \u0000")).isNotEmpty();
        assertThat(found(open, "'':*!")).isEmpty();
    }

    @Test
    void theInvitedComeFirstThenTheNeighboursOfTheVenue() {
        UUID far = sample.unit("Dinas Urutan", "opd", "11.01");
        UUID province = sample.unit("Dinas Urutan Jauh", "opd", "33.18");
        UUID regency = sample.unit("Dinas Urutan Lebih Jauh", "opd", "33.74");
        UUID invited = sample.unit("Dinas Urutan Yang Paling Jauh", "opd", "12.01");
        UUID id = sample.event(e -> e);
        sample.invite(id, invited, 1);

        OfficeChoices atTheDoor =
                Objects.requireNonNull(offices.choices(event(id), "urutan", "", true).block());

        assertThat(atTheDoor.found())
                .extracting(Office::id)
                .containsExactly(
                        invited.toString(),
                        regency.toString(),
                        province.toString(),
                        far.toString());
    }
}
