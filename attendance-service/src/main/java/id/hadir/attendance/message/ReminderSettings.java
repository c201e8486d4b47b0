package id.hadir.attendance.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param daysBefore the first reminder, so long before the event begins; zero for none
 * @param hoursBefore the second one; zero for none
 */
@ConfigurationProperties("hadir.reminders")
record ReminderSettings(Duration daysBefore, Duration hoursBefore) {}
