package id.hadir.events.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTests {

    private static final LocalDate DAY = LocalDate.of(2027, 8, 9);

    @ParameterizedTest
    @CsvSource({
        "{nomor}/{kode}/{bulan-romawi}/{tahun}, 7/HM.02/VIII/2027",
        "{nomor}/K.JT-20/{kode}/{bulan}/{tahun}, 7/K.JT-20/HM.02/08/2027",
        "005/{nomor}, 005/7",
    })
    void thePlacesAreFilled(String pattern, String number) {
        assertThat(NumberPattern.isRight(pattern)).isTrue();
        assertThat(NumberPattern.fill(pattern, 7, "HM.02", DAY)).isEqualTo(number);
    }

    @Test
    void withoutACodeNoStrokeIsLeftOver() {
        assertThat(NumberPattern.fill(NumberPattern.USUAL, 7, null, DAY)).isEqualTo("7/VIII/2027");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{kode}/{tahun}", "{nomor}/{hari}", "{nomor", "{nomor}/}", "{nomor}{}"})
    void aPatternThatCannotBeFilledIsWrong(String pattern) {
        assertThat(NumberPattern.isRight(pattern)).isFalse();
    }
}
