package id.hadir.events.event;

import java.util.List;
import java.util.UUID;

/**
 * The events to which a change is made besides the one it is asked for.
 *
 * @param leavesOut whether those that are over or cancelled are left as they are, instead of
 *     standing in the way
 */
public record Following(List<UUID> ids, boolean leavesOut) {}
