package id.hadir.events.unit;

/**
 * Keeps merging and inviting apart: whoever invites has looked at which units are active, and would
 * invite a unit that is merged meanwhile. Those who invite do not wait for each other. To be taken
 * before any lock of an event, which a merge needs as well.
 */
public final class MergeLock {

    /** For the rest of a transaction that invites. */
    public static final String SHARED =
            "select pg_advisory_xact_lock_shared(hashtext('unit-merge'))";

    static final String ALONE = "select pg_advisory_xact_lock(hashtext('unit-merge'))";

    private MergeLock() {}
}
