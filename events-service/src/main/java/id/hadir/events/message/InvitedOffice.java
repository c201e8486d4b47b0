package id.hadir.events.message;

/**
 * A unit on a roster that can be written to.
 *
 * @param addressee its head, or the unit itself where it has none
 * @param address by the channel that was asked for
 * @param token of its personal link
 */
record InvitedOffice(
        String name, String addressee, String address, int seats, boolean inPerson, String token) {}
