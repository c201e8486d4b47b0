package id.hadir.attendance.notice;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator decides about personal data, and says at the form and on {@code /privasi}.
 *
 * @param retention how long after an event's end personal data is kept
 * @param controller who answers for it: the name of an office
 * @param contact where people turn to: an address, a phone number
 */
@ConfigurationProperties("hadir.privacy")
public record PrivacySettings(Period retention, String controller, String contact) {

    /** The days of the job and of what is due. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    public PrivacySettings {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("hadir.privacy.retention is no time: " + retention);
        }
        if (controller.isBlank() || contact.isBlank()) {
            throw new IllegalArgumentException(
                    "hadir.privacy.controller and hadir.privacy.contact say who answers for data");
        }
    }

    /** Events that ended up to then have been kept long enough. */
    public Instant cutoff(Instant now) {
        return now.atZone(ZONE).minus(retention).toInstant();
    }

    /** When the data of an event that ends then is erased. */
    public Instant keptUntil(Instant end) {
        return end.atZone(ZONE).plus(retention).toInstant();
    }
}
