package id.hadir.events.event;

import id.hadir.kit.security.Actor;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Other events at an overlapping time, as parts of a statement that calls the table "e". */
public final class Overlap {

    /** The bound on the far side follows from the longest event and lets an index stop there. */
    public static final String CONDITION =
            """
            (e.begins_at < :ends and e.ends_at > :begins and e.begins_at > :longBefore
             and e.status <> 'cancelled' and e.id <> :self)
            """;

    /** Whether who asks may see the event. */
    public static final String SEEN = "(e.announced or :seesAll or e.agency_id = :agency)";

    private static final UUID NO_AGENCY = new UUID(0, 0);

    private Overlap() {}

    /**
     * What {@link #CONDITION} asks for.
     *
     * @param probe one that is timed
     */
    public static GenericExecuteSpec bind(GenericExecuteSpec statement, ClashProbe probe) {
        Instant begins = Objects.requireNonNull(probe.schedule().begins());
        return statement
                .bind("begins", begins)
                .bind("ends", Objects.requireNonNull(probe.schedule().ends()))
                .bind("longBefore", begins.minus(ScheduleCheck.LONGEST))
                .bind("self", probe.selfOrNone());
    }

    /** As the other, and what {@link #SEEN} asks for. */
    public static GenericExecuteSpec bind(
            GenericExecuteSpec statement, ClashProbe probe, Actor actor) {
        UUID agency = EventCatalogue.agencyOf(actor);
        return bind(statement, probe)
                .bind("seesAll", actor.isAdmin())
                .bind("agency", Objects.requireNonNullElse(agency, NO_AGENCY));
    }
}
