package id.hadir.events.invitation;

/**
 * What an audience, or a line of it, would reach.
 *
 * @param alreadyInvited those of the units that are on the roster
 * @param leftOut units that its exceptions keep away
 */
public record AudienceCount(long units, long seats, long alreadyInvited, long leftOut) {}
