package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.event.Weekday;
import id.hadir.kit.problem.FieldErrors;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day as people write it. */
class TypedDateTests {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rabu, 31 Januari 2024",
                "rabu 31 januari 2024",
                "31 Jan 2024",
                "Rabu (31/1/2024)",
                "31/01/2024",
                "31-1-2024",
                "31.1.2024",
                "2024-01-31",
                "Wednesday, 31 January 2024"
            })
    void isReadInEveryUsualWay(String written) {
        assertThat(TypedDate.read(written)).map(TypedDate::day).contains(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31",
                "31/1",
                "31/1/24",
                "30 Februari 2024",
                "31 Foo 2024",
                "Hari 1/1/2024",
                "1/13/2024"
            })
    void whatNamesNoDayIsNotRead(String written) {
        assertThat(TypedDate.read(written)).isEmpty();
    }

    @Property(tries = 300)
    void everyDayIsReadAsTheInvitationPrintsIt(@ForAll @IntRange(max = 70_000) int days) {
        LocalDate day = LocalDate.of(1946, 1, 1).plusDays(days);
        for (Locale locale : List.of(Locale.forLanguageTag("id-ID"), Locale.ENGLISH)) {
            String printed = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", locale).format(day);
            assertThat(TypedDate.read(printed)).contains(new TypedDate(day, day.getDayOfWeek()));
        }
    }

    @Test
    void aWeekdayThatContradictsTheDateIsPointedOutWithBoth() {
        FieldErrors errors = new FieldErrors();
        TypedTime.day("date", "Kamis, 31 Januari 2024", errors);
        assertThat(errors.asList())
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.code()).isEqualTo("weekday-mismatch");
                            assertThat(error.args()).containsExactly(31, 1, 2024, 3, 4);
                        });
    }

    @Test
    void weekdaysHaveTheirNamesInBothLanguages() {
        assertThat(List.of("Jumat", "jum'at", "Friday"))
                .allSatisfy(name -> assertThat(Weekday.named(name)).contains(DayOfWeek.FRIDAY));
        assertThat(Weekday.named("Pahing")).isEmpty();
    }
}
