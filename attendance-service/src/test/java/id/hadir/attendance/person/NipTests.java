package id.hadir.attendance.person;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NipTests {

    private final FieldErrors errors = new FieldErrors();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "197805122003122001",
                "19780512 200312 2 001",
                "19780512.200312.2.001",
                "199001012023211001",
                "199001012023992002"
            })
    void readsPnsAndPppkWithBlanksAndDots(String typed) {
        Nip nip = Nip.parse("nip", typed, errors);
        assertThat(errors.asList()).isEmpty();
        assertThat(nip)
                .isNotNull()
                .satisfies(read -> assertThat(read.digits()).hasSize(18).containsOnlyDigits());
    }

    @ParameterizedTest
    @CsvSource({
        "19780512200312200, nip-length",
        "1978051220031220011, nip-length",
        "19780512200312200A, nip-digits",
        "١٩٧٨٠٥١٢٢٠٠٣١٢٢٠٠١, nip-digits",
        "197813122003122001, nip-birth-date",
        "197802302003122001, nip-birth-date",
        "000001012003122001, nip-birth-date",
        "197805122003002001, nip-month",
        "197805122003132001, nip-month",
        "197805122003202001, nip-month",
        "197805122003120001, nip-sex",
        "197805122003123001, nip-sex",
    })
    void refusesTheImpossible(String typed, String code) {
        assertThat(Nip.parse("nip", typed, errors)).isNull();
        assertThat(errors.asList()).extracting(FieldError::code).containsExactly(code);
    }

    @Test
    void nothingTypedIsNoNip() {
        assertThat(Nip.parse("nip", " . ", errors)).isNull();
        assertThat(errors.isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void everyPossibleNipIsReadBackWhateverStandsBetweenItsDigits(
            @ForAll("possible") String digits, @ForAll("separators") String separator) {
        FieldErrors none = new FieldErrors();
        Nip nip = Nip.parse("nip", String.join(separator, digits.split("")), none);
        assertThat(none.isEmpty()).isTrue();
        assertThat(nip).isEqualTo(new Nip(digits));
    }

    @Property(tries = 300)
    void whateverIsTypedIsReadOrTold(@ForAll String typed) {
        FieldErrors told = new FieldErrors();
        Nip nip = Nip.parse("nip", typed, told);
        assertThat(nip == null || nip.digits().matches("[0-9]{18}")).isTrue();
        assertThat(nip == null || told.isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<String> possible() {
        Arbitrary<String> birth =
                Arbitraries.longs()
                        .between(
                                LocalDate.of(1900, 1, 1).toEpochDay(),
                                LocalDate.of(2010, 1, 1).toEpochDay())
                        .map(day -> LocalDate.ofEpochDay(day).toString().replace("-", ""));
        Arbitrary<String> month =
                Arbitraries.integers()
                        .between(1, 99)
                        .filter(m -> m <= 12 || m >= 21)
                        .map("%02d"::formatted);
        return Combinators.combine(
                        birth,
                        Arbitraries.integers().between(1970, 2030),
                        month,
                        Arbitraries.of("1", "2"),
                        Arbitraries.integers().between(0, 999).map("%03d"::formatted))
                .as((date, year, months, sex, serial) -> date + year + months + sex + serial);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("", " ", ".", "  ", "\u00a0", ". ");
    }
}
