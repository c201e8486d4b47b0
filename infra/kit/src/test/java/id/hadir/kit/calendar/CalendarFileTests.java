package id.hadir.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.calendar.CalendarEntry.Status;
import id.hadir.kit.test.StrictCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read, and judged, by another library. */
class CalendarFileTests {

    private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");
    private static final Party AGENCY = new Party("KPU \"Kota\" Tual; é日本".repeat(9), "a@b.go.id");

    private static CalendarEntry entry(
            Status status, String title, @Nullable Instant startsAt, @Nullable LocalDate day) {
        return new CalendarEntry(
                new UUID(1, 2),
                7,
                status,
                NOW,
                NOW.minusSeconds(60),
                day,
                startsAt,
                NOW.plusSeconds(86_400),
                title,
                "",
                "Baris satu\nbaris dua",
                AGENCY,
                "https://hadir.example.go.id/kegiatan/rakor");
    }

    private static Component only(Calendar calendar) {
        List<Component> all = List.copyOf(calendar.getComponents());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String value(Component event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfEachStatusIsValid(Status status) throws Exception {
        CalendarEntry entry = entry(status, "Rakor", NOW.plusSeconds(3600), null);
        Component read = only(StrictCalendar.read(CalendarFile.published("Rakor", List.of(entry))));
        assertThat(value(read, "STATUS")).isEqualTo(status.name());
        assertThat(value(read, "UID")).isEqualTo(new UUID(1, 2) + "@hadir.id");
        assertThat(value(read, "SEQUENCE")).isEqualTo("7");
        assertThat(value(read, "LAST-MODIFIED")).isEqualTo("20261122T130000Z");
        assertThat(value(read, "ORGANIZER")).isEqualTo("mailto:a@b.go.id");
        assertThat(
                        read.getRequiredProperty("ORGANIZER")
                                .getRequiredParameter(Parameter.CN)
                                .getValue())
                .isEqualTo(AGENCY.name().replace('"', '\''));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc", "abcd"})
    void aLongTitleIsFoldedBetweenCharactersOfAnyWidth(String before) throws Exception {
        String title = before + "\\n;,é日本🇮🇩".repeat(30);
        CalendarEntry entry = entry(Status.CONFIRMED, title, NOW, null);
        Component read =
                only(StrictCalendar.read(CalendarFile.feed("é".repeat(90), List.of(entry))));
        assertThat(value(read, "SUMMARY")).isEqualTo(title);
    }

    @Test
    void aDayHasNoHourOfItsEnd() throws Exception {
        CalendarEntry entry = entry(Status.CONFIRMED, "Rakor", null, LocalDate.of(2027, 1, 2));
        Component read = only(StrictCalendar.read(CalendarFile.feed("Hadir", List.of(entry))));
        assertThat(value(read, "DTSTART")).isEqualTo("20270102");
        assertThat(read.getProperty("DTEND")).isEmpty();
    }

    @Test
    void aFeedWithoutEventsIsACalendarAllTheSame() throws Exception {
        CalendarEntry without = entry(Status.CONFIRMED, "Rakor", null, null);
        Calendar read = StrictCalendar.read(CalendarFile.feed("Hadir", List.of(without)));
        assertThat(only(read).getName()).isEqualTo("VTIMEZONE");
    }

    @ParameterizedTest
    @EnumSource
    void aMessageOfEachStatusIsValid(Status status) throws Exception {
        CalendarMessage message =
                CalendarFile.message(
                        entry(status, "Rakor", NOW.plusSeconds(3600), null),
                        new Party("Dinas Kesehatan, Kab. Pati", "dinas@pati.example.go.id"),
                        NOW);
        Component read = only(StrictCalendar.read(message.text()));
        assertThat(message.method()).isEqualTo(status == Status.CANCELLED ? "CANCEL" : "REQUEST");
        assertThat(value(read, "ATTENDEE")).isEqualTo("mailto:dinas@pati.example.go.id");
    }
}
