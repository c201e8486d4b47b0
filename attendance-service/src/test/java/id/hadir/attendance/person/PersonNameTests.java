package id.hadir.attendance.person;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.FieldErrors;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dr. H. Budi Santoso, S.H., M.Si. | budi santoso",
                "BUDI SANTOSO SH MSi | budi santoso",
                "Drs. Budi  Santoso, M.M | budi santoso",
                "Budi Santoso SSTP MSi | budi santoso",
                "Budi Santoso S. H., M. Si. | budi santoso",
                "Hj. Siti Ma'rifah, S.Pd.I | siti marifah",
                "Ir. Hj. Dr. Siti | siti",
                "Dr.H.Siti Rahayu,S.H.,M.Si. | siti rahayu",
                "Sutrisno | sutrisno",
                "H. Sutrisno | sutrisno",
                "M. Yusuf | m yusuf",
                "M.Yusuf | m yusuf",
                "Ma | ma",
                "SE | se",
                "Dr. | dr",
                "José Ramos-Horta | jose ramos horta",
                "Apt. Dewi Lestari, S.Farm., Apt. | dewi lestari",
            })
    void takesDegreesAndHonorificsOff(String printed, String bare) {
        assertThat(PersonName.of(printed).bare()).isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "123", "...", "\u0000"})
    void aNameHasLetters(String typed) {
        FieldErrors errors = new FieldErrors();
        assertThat(PersonName.parse("name", typed, errors)).isNull();
        assertThat(errors.asList()).hasSize(1);
    }

    @Property(tries = 300)
    void whateverIsTypedIsReadOrToldAndABareNameIsNeverEmpty(@ForAll String typed) {
        FieldErrors errors = new FieldErrors();
        PersonName name = PersonName.parse("name", typed, errors);
        assertThat(name == null).isNotEqualTo(errors.isEmpty());
        assertThat(name == null || !name.bare().isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void caseBlanksAndDegreesMakeNoDifference(
            @ForAll @AlphaChars @StringLength(min = 4, max = 12) String first,
            @ForAll @AlphaChars @StringLength(min = 7, max = 12) String last) {
        String bare = PersonName.of(first + " " + last).bare();
        assertThat(
                        PersonName.of(
                                        "Dr. H. "
                                                + first.toUpperCase(Locale.ROOT)
                                                + "  "
                                                + last
                                                + ", S.H., M.Si.")
                                .bare())
                .isEqualTo(bare);
        assertThat(PersonName.of(first + " " + last + " S.STP MSi").bare()).isEqualTo(bare);
    }
}
