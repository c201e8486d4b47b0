package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.event.TimeZones;
import id.hadir.kit.page.FormState;
import java.time.ZoneId;
import java.util.List;

/** The form that moves an event, or the one that cancels it. */
public record MoveView(ShownEvent event, FormState form, RegionChoice region) {

    public List<ZoneId> zones() {
        return TimeZones.ALL;
    }
}
