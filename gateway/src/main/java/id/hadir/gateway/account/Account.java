package id.hadir.gateway.account;

import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param agencyId agency of an organiser or desk officer
 * @param agencyName its name, null while events-service has not told it
 * @param regionCode region that an official reads; null is the whole country
 * @param version grows with each change; a sign-in that began before one comes to nothing
 */
public record Account(
        UUID id,
        String username,
        String name,
        Role role,
        @Nullable String agencyId,
        @Nullable String agencyName,
        @Nullable String regionCode,
        long version) {

    /** Of an account that was just made. */
    static final long FIRST_VERSION = 1;

    /**
     * @param csrfToken of the browser session, null for a caller with a bearer token
     */
    public Actor actor(@Nullable String csrfToken) {
        return new Actor(role, username, name, agencyId, regionCode, csrfToken);
    }

    Account withVersion(long version) {
        return new Account(id, username, name, role, agencyId, agencyName, regionCode, version);
    }

    public Account withAgencyName(String agencyName) {
        return new Account(id, username, name, role, agencyId, agencyName, regionCode, version);
    }
}
