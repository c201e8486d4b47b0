package id.hadir.kit.test;

import id.hadir.kit.security.AccessTable.Row;
import id.hadir.kit.security.Role;
import id.hadir.kit.security.Scope;
import org.jspecify.annotations.Nullable;

/** Everybody who may call, as far as a table tells them apart. */
enum AccessCaller {
    WITHOUT_TOKEN(Role.ANYONE),
    NOBODY(Role.ANYONE),
    ADMIN(Role.ADMIN),
    ORGANISER(Role.ORGANISER),
    STRANGERS_ORGANISER(Role.ORGANISER),
    DESK(Role.DESK),
    STRANGERS_DESK(Role.DESK),
    NATIONAL_OFFICIAL(Role.OFFICIAL),
    OFFICIAL(Role.OFFICIAL),
    NEIGHBOURS_OFFICIAL(Role.OFFICIAL);

    private final Role role;

    AccessCaller(Role role) {
        this.role = role;
    }

    /** Somebody whom the row is meant for. */
    static AccessCaller doerOf(Row row) {
        if (row.scope() == Scope.PUBLIC || row.scope() == Scope.TICKET) {
            return NOBODY;
        }
        return row.lets(Role.ORGANISER) ? ORGANISER : ADMIN;
    }

    /** Null for who goes around the gateway. */
    @Nullable String token(AccessMatrix.Place place) {
        return switch (this) {
            case WITHOUT_TOKEN -> null;
            case NOBODY -> TestTokens.anyone();
            case ADMIN -> TestTokens.admin();
            case ORGANISER -> TestTokens.organiser(place.agency());
            case STRANGERS_ORGANISER -> TestTokens.organiser(place.strangersAgency());
            case DESK -> TestTokens.desk(place.agency());
            case STRANGERS_DESK -> TestTokens.desk(place.strangersAgency());
            case NATIONAL_OFFICIAL -> TestTokens.official(null);
            case OFFICIAL -> TestTokens.official(place.region());
            case NEIGHBOURS_OFFICIAL -> TestTokens.official(place.neighbour());
        };
    }

    /**
     * Whether the row answers this caller.
     *
     * @param named whether the call is about a thing of the sample's agency: a draft where drafts
     *     are hidden, a material for organisers where audiences differ
     */
    boolean mayCall(Row row, boolean named) {
        return isLetIn(row) && (!named || isNear(row) || isOfficialOf(row));
    }

    /** Whether what is answered holds what the sample keeps secret. */
    boolean maySee(Row row) {
        return isLetIn(row) && (isNear(row) || (isOfficialOf(row) && this != NEIGHBOURS_OFFICIAL));
    }

    private boolean isLetIn(Row row) {
        return this != WITHOUT_TOKEN && row.lets(role);
    }

    private boolean isNear(Row row) {
        return this == ADMIN
                || switch (row.scope()) {
                    case PUBLIC, TICKET, OWN_ACCOUNT, ALL -> true;
                    case PUBLISHED, AUDIENCE -> this == ORGANISER;
                    case AGENCYS_REGION -> this == ORGANISER;
                    case AGENCY, AGENCY_OR_REGION -> this == ORGANISER || this == DESK;
                };
    }

    private boolean isOfficialOf(Row row) {
        return role == Role.OFFICIAL && row.scope() == Scope.AGENCY_OR_REGION;
    }
}
