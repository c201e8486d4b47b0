package id.hadir.attendance.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTests {

    @ParameterizedTest(name = "{1}, {2} before, in {0}")
    @CsvSource({
        "Asia/Jakarta, 2031-08-11T09:00, P3D, 2031-08-08T09:00",
        "Asia/Jakarta, 2031-08-11T09:00, PT3H, 2031-08-11T06:00",
        "Asia/Jakarta, 2031-08-11T08:00, PT3H, 2031-08-11T06:00",
        "Asia/Jakarta, 2031-08-11T06:30, PT3H, 2031-08-10T20:00",
        "Asia/Jayapura, 2031-08-11T08:00, PT3H, 2031-08-11T06:00",
        "Asia/Makassar, 2031-08-11T22:00, P3D, 2031-08-09T06:00",
        "Asia/Makassar, 2031-08-11T00:30, PT3H, 2031-08-10T20:00",
        "Asia/Jakarta, 2031-08-11T23:59, PT3H, 2031-08-11T20:59",
    })
    void nobodyIsWokenUp(
            ZoneId zone, LocalDateTime start, Duration before, LocalDateTime expected) {
        Reminder reminder = reminder(zone, start, before);
        assertThat(reminder.due().atZone(zone).toLocalDateTime()).isEqualTo(expected);
        assertThat(reminder.due()).isBefore(reminder.start());
    }

    @Test
    void whatWasSleptThroughIsMadeUpForWhileItIsOfUse() {
        Reminder reminder =
                reminder(
                        ZoneId.of("Asia/Jakarta"),
                        LocalDateTime.parse("2031-08-11T14:00"),
                        Duration.ofHours(3));
        Instant due = reminder.due();
        assertThat(reminder.isDue(due.minusMillis(1))).isFalse();
        assertThat(reminder.isDue(due)).isTrue();
        assertThat(reminder.isDue(reminder.start().minusSeconds(1801))).isTrue();
        assertThat(reminder.isDue(reminder.start().minusSeconds(1800))).isFalse();
    }

    private static Reminder reminder(ZoneId zone, LocalDateTime start, Duration before) {
        return Reminder.of(
                UUID.randomUUID(),
                Notice.REMINDER_HOURS,
                start.atZone(zone).toInstant(),
                zone,
                before);
    }
}
