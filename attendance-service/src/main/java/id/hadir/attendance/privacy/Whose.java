package id.hadir.attendance.privacy;

import java.util.List;
import java.util.UUID;

/**
 * Which registrations of an event are meant.
 *
 * @param ids means nothing for everybody
 */
record Whose(boolean everybody, List<UUID> ids) {

    static final Whose EVERYBODY = new Whose(true, List.of());

    static Whose of(List<UUID> ids) {
        return new Whose(false, ids);
    }
}
