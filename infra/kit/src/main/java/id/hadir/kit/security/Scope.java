package id.hadir.kit.security;

/**
 * How far a row of the {@link AccessTable} reaches for the roles that it lets in; an admin's reach
 * has no bounds. The feature enforces it on what it reads, and a test of each service calls every
 * row as those whom the scope shuts out.
 */
public enum Scope {

    /** The same for everybody. */
    PUBLIC,

    /** What is published; organisers see the drafts of their agency besides. */
    PUBLISHED,

    /** What a ticket is for: who knows its code holds it. */
    TICKET,

    /** Materials by whom they are meant for: all, ticket holders, those who came, organisers. */
    AUDIENCE,

    /** The caller's own account. */
    OWN_ACCOUNT,

    /** Events of the caller's agency. */
    AGENCY,

    /** As {@link #AGENCY}; officials: units of their region, at the events of all agencies. */
    AGENCY_OR_REGION,

    /** Units in the region of the caller's agency; all of them where that is the whole country. */
    AGENCYS_REGION,

    /** The role alone decides. */
    ALL
}
