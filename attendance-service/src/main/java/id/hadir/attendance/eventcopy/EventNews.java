package id.hadir.attendance.eventcopy;

import java.util.UUID;

/**
 * What became of a published event since the copy heard of it last.
 *
 * @param version of the event that says so
 */
public record EventNews(UUID eventId, Kind kind, long version) {

    public enum Kind {
        MOVED,
        CANCELLED
    }
}
