package id.hadir.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class Rfc3339Tests {

    @Property
    void everyTimeOfOursIsReadBackToTheMicrosecondInAnyOffset(
            @ForAll @LongRange(min = -700_000_000L, max = 7_000_000_000L) long second,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        Instant time = Instant.ofEpochSecond(second, nano);
        FieldErrors none = new FieldErrors();
        assertThat(Rfc3339.parse("at", time.atOffset(ZoneOffset.ofHours(hours)).toString(), none))
                .isEqualTo(time.truncatedTo(ChronoUnit.MICROS));
        assertThat(none.isEmpty()).isTrue();
    }

    @Property
    void anyTextIsReadAbsentOrTold(@ForAll("almost") String typed) {
        FieldErrors told = new FieldErrors();
        Instant read = Rfc3339.parse("at", typed, told);
        assertThat(read != null || typed.isBlank()).isEqualTo(told.isEmpty());
    }

    @Provide
    static Arbitrary<String> almost() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("0123456789-:.TtZz+").ofMaxLength(35),
                Arbitraries.of(
                        "+999999999-12-31T23:59:59-18:00",
                        "-999999999-01-01T00:00:00+18:00",
                        "2027-02-30T09:00:00+07:00",
                        "2027-08-11T09:00:00",
                        "2027-08-11T09:00:00+07:00[Asia/Jakarta]"));
    }
}
