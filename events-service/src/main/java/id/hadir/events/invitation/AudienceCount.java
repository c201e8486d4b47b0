package id.hadir.events.invitation;

/**
 * What one line of an audience would reach.
 *
 * @param alreadyInvited those of the units that are on the roster
 */
public record AudienceCount(long units, long seats, long alreadyInvited) {}
