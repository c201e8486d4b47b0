package id.hadir.attendance.privacy;

import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.attendance.privacy.ObjectionQueries.Made;
import id.hadir.attendance.privacy.People.Hit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator's page of personal data.
 *
 * @param hits what was found; null while nobody has searched
 * @param isCut there are more than are shown
 * @param done the run that was just made, or null
 */
public record PrivacyView(
        PrivacySettings settings,
        @Nullable List<Hit> hits,
        boolean isCut,
        Retention.@Nullable Done done,
        List<RetentionRun> runs,
        List<Made> objections,
        Instant now) {

    public ZoneId zone() {
        return PrivacySettings.ZONE;
    }

    /** Whether any of those found may be erased now. */
    public boolean mayErase() {
        return hits != null && hits.stream().anyMatch(Hit::mayBeErased);
    }
}
