package id.hadir.attendance.report;

import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which units a caller sees and asks for.
 *
 * @param ownRegion the official's region, empty for no limit
 * @param regionCode the region asked for, empty for all
 * @param kind the kind asked for, empty for all
 */
record Scope(String ownRegion, String regionCode, String kind) {

    static Scope of(Actor actor, @Nullable String regionCode, @Nullable String kind) {
        String own =
                actor.role() == Role.OFFICIAL && actor.regionCode() != null
                        ? actor.regionCode()
                        : "";
        return new Scope(
                own,
                regionCode == null ? "" : regionCode.strip(),
                kind == null ? "" : kind.strip());
    }
}
