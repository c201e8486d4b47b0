package id.hadir.events.invitation;

/** How many are invited, and what an audience did to it. */
public record Roster(long invitedUnits, long invitedSeats, long added, long changed) {}
