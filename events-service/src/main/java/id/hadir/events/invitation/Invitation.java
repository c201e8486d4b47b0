package id.hadir.events.invitation;

import id.hadir.events.unit.Unit;
import java.util.UUID;

/**
 * A unit on the roster of an event.
 *
 * @param token what the unit's link carries; whoever has it may register for the unit
 * @param url the link's path
 */
public record Invitation(
        UUID id, Unit unit, int seats, boolean inPerson, String token, String url) {}
