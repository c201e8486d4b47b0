package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.event.Clash;
import id.hadir.events.event.TimeZones;
import id.hadir.kit.page.FormState;
import java.time.ZoneId;
import java.util.List;

/**
 * The form that moves an event, or the one that cancels it.
 *
 * @param clashes of the new time and place, as far as they are filled in
 * @param following how many come after it in its series
 */
public record MoveView(
        ShownEvent event,
        FormState form,
        VenueChoice venue,
        FormHints hints,
        List<Clash> clashes,
        long following) {

    public List<ZoneId> zones() {
        return TimeZones.ALL;
    }
}
