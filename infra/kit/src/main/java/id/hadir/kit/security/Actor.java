package id.hadir.kit.security;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as the gateway says in its JWT; a parameter of handler methods.
 *
 * @param username name of the account, {@code anyone} without one
 * @param agencyId agency of an organiser or desk officer
 * @param regionCode region of an official; null is the whole country
 * @param csrfToken present when the caller is a browser session
 */
public record Actor(
        Role role,
        String username,
        String name,
        @Nullable String agencyId,
        @Nullable String regionCode,
        @Nullable String csrfToken) {

    public static final Actor ANYONE = new Actor(Role.ANYONE, "anyone", "", null, null, null);

    public boolean isSignedIn() {
        return role != Role.ANYONE;
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** May change events of that agency. */
    public boolean mayOrganise(String ownerAgencyId) {
        return isAdmin() || (role == Role.ORGANISER && ownerAgencyId.equals(agencyId));
    }

    /** May check people in at events of that agency. */
    public boolean mayServeDesk(String ownerAgencyId) {
        return mayOrganise(ownerAgencyId) || (role == Role.DESK && ownerAgencyId.equals(agencyId));
    }

    /**
     * May read reports on units of that region: an official those whose code starts with the own
     * one, at a code's boundary ({@code 33.1} does not hold {@code 33.18}).
     */
    public boolean mayRead(String unitRegionCode) {
        if (role != Role.OFFICIAL) {
            return isSignedIn();
        }
        return regionCode == null
                || unitRegionCode.equals(regionCode)
                || unitRegionCode.startsWith(regionCode + ".");
    }
}
