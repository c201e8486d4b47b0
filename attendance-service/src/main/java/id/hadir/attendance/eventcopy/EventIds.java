package id.hadir.attendance.eventcopy;

import id.hadir.kit.problem.Problem;
import java.util.UUID;

/** Ids of events out of paths: what is no id names nothing. */
public final class EventIds {

    private EventIds() {}

    /**
     * @throws Problem not found
     */
    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Problem.notFound();
        }
    }
}
