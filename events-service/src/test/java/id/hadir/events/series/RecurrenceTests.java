package id.hadir.events.series;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.FieldErrors;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTests {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final LocalDate WEDNESDAY = LocalDate.of(2027, 8, 11);

    private final FieldErrors errors = new FieldErrors();

    private List<String> days(String rule) {
        return Recurrence.days(rule, WEDNESDAY, WIB, 100, errors).stream()
                .map(LocalDate::toString)
                .toList();
    }

    @Test
    void weeksMonthsAndWeekdaysAreCountedFromTheFirstDayOn() {
        assertThat(days("FREQ=WEEKLY;COUNT=3"))
                .containsExactly("2027-08-11", "2027-08-18", "2027-08-25");
        assertThat(days("RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=3"))
                .containsExactly("2027-08-11", "2027-09-08", "2027-10-13");
        assertThat(days("FREQ=WEEKLY;BYDAY=MO;COUNT=3"))
                .containsExactly("2027-08-11", "2027-08-16", "2027-08-23");
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void theEndIsADayWhereTheEventIs() {
        assertThat(days("FREQ=WEEKLY;UNTIL=20270824T230000Z"))
                .containsExactly("2027-08-11", "2027-08-18", "2027-08-25");
        assertThat(days("FREQ=WEEKLY;UNTIL=20270824")).hasSize(2);
        assertThat(days("FREQ=DAILY;COUNT=100")).hasSize(100);
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=WEEKLY, rrule-endless",
        "FREQ=WEEKLY;COUNT=101, too-many",
        "FREQ=DAILY;UNTIL=20991231, too-many",
        "FREQ=DAILY;COUNT=2147483647, too-many",
        "FREQ=WEEKLY;COUNT=1, rrule-once",
        "FREQ=HOURLY;COUNT=3, invalid-rrule",
        "FREQ=DAILY;BYHOUR=8;COUNT=3, invalid-rrule",
        "FREQ=WEEKLY;COUNT=, invalid-rrule",
        "setiap Rabu, invalid-rrule",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3, invalid-rrule"
    })
    void whatMakesNoSeriesIsTold(String rule, String code) {
        days(rule);
        assertThat(errors.asList().getFirst().code()).isEqualTo(code);
    }
}
