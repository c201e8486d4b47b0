package id.hadir.events.organise;

/**
 * What a form points out while it is filled in.
 *
 * @param seats of the event, 0 while they are not limited
 * @param room of the venue, 0 while it is not known
 */
public record FormHints(ZoneProposal zone, int seats, int room) {

    public boolean isTooFull() {
        return room > 0 && seats > room;
    }
}
