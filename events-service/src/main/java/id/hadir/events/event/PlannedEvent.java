package id.hadir.events.event;

import java.util.List;

/**
 * An event in a calendar.
 *
 * @param clashes in what it clashes with others, told to who may change it
 */
public record PlannedEvent(Event event, List<Clash.Kind> clashes) {

    /** As many as a calendar holds; a wider one asks for a smaller region. */
    public static final int AT_MOST = 500;
}
