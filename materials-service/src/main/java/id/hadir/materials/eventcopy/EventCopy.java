package id.hadir.materials.eventcopy;

import id.hadir.kit.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as far as its materials are concerned.
 *
 * @param date the local day, also when the time of day is open
 * @param startsAt null while the time of day is open
 */
public record EventCopy(
        UUID id,
        String slug,
        String title,
        String status,
        String agencyId,
        String agencyName,
        @Nullable LocalDate date,
        @Nullable Instant startsAt,
        ZoneId timeZone) {

    /** A draft is nobody's business but its organisers'. */
    public boolean isVisibleTo(Actor actor) {
        return !status.equals("draft") || isOrganisedBy(actor);
    }

    public boolean isOrganisedBy(Actor actor) {
        return actor.mayOrganise(agencyId);
    }

    /** Of the event's zone, such as {@code +07:00}; Indonesia knows no summer time. */
    public String offset() {
        return timeZone.getRules()
                .getOffset(Objects.requireNonNullElse(startsAt, Instant.EPOCH))
                .getId();
    }
}
