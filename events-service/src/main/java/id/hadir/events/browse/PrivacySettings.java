package id.hadir.events.browse;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What {@code /privasi} says of attendees' data; attendance-service keeps to the same settings.
 *
 * @param retention how long after an event's end personal data is kept
 * @param controller who answers for it
 * @param contact where people turn to
 */
@ConfigurationProperties("hadir.privacy")
public record PrivacySettings(Period retention, String controller, String contact) {}
