package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Days and times as they are typed into the form. */
class TypedTimeTests {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    @Property
    void aMinuteOfAnyDayIsReadBackHoweverItIsTyped(
            @ForAll @IntRange(max = 90_000) int day,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 59) int minute,
            @ForAll("separators") String separator) {
        LocalDateTime typed = LocalDate.of(1950, 1, 1).plusDays(day).atTime(hour, minute);
        FieldErrors none = new FieldErrors();
        String clock = "%d%s%02d".formatted(hour, separator, minute);
        String read = TypedTime.instant("at", typed.toLocalDate(), clock, WIB, none);
        assertThat(none.isEmpty()).isTrue();
        assertThat(Rfc3339.parse("at", read, none)).isEqualTo(typed.atZone(WIB).toInstant());
        assertThat(TypedTime.instant("at", typed.toString(), WIB, none)).isEqualTo(read);
    }

    @Property
    void whateverIsTypedIsReadOrTold(@ForAll("typed") String typed) {
        FieldErrors day = new FieldErrors();
        assertThat(TypedTime.day("day", typed, day) != null || typed.isEmpty())
                .isEqualTo(day.isEmpty());
        FieldErrors clock = new FieldErrors();
        LocalDate today = LocalDate.of(2027, 8, 11);
        assertThat(TypedTime.instant("at", today, typed, WIB, clock) != null || typed.isEmpty())
                .isEqualTo(clock.isEmpty());
        FieldErrors both = new FieldErrors();
        assertThat(TypedTime.instant("at", typed, WIB, both) != null || typed.isEmpty())
                .isEqualTo(both.isEmpty());
    }

    /** What was read of a day and a time is told at last where it is out of reach. */
    @Property
    void anythingReadIsATimeOfOursOrTold(@ForAll("typed") String typed) {
        FieldErrors errors = new FieldErrors();
        LocalDate day = TypedTime.day("day", typed, errors);
        String read = TypedTime.instant("at", day, "09.00", WIB, errors);
        assertThat(read == null || Rfc3339.parse("at", read, errors) != null || !errors.isEmpty())
                .isTrue();
    }

    @Provide
    static Arbitrary<String> separators() {
        return Arbitraries.of(".", ":");
    }

    @Provide
    static Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().withChars("0123456789-:. T+").ofMaxLength(20),
                Arbitraries.of(
                        "+999999999-12-31",
                        "-999999999-01-01",
                        "+999999999-12-31T23:59",
                        "-999999999-01-01T00:00",
                        "2027-02-30",
                        "24.00",
                        "9.5"));
    }
}
