package id.hadir.events.organise;

import id.hadir.events.agency.Agency;
import id.hadir.events.event.EventType;
import id.hadir.events.event.SpeakerRole;
import id.hadir.events.event.TimeZones;
import id.hadir.kit.page.FormState;
import java.time.ZoneId;
import java.util.List;

/**
 * The form of an event.
 *
 * @param action where it is sent to
 * @param isNew whether the event is still to be made
 * @param region the choice of the venue's region
 * @param agencies to choose from; empty for an organiser, who plans for the own agency
 * @param moreRows blank rows of the agenda to offer
 * @param moreSpeakers the row of the agenda that gets another blank speaker, -1 for none
 */
public record EventFormView(
        String action,
        boolean isNew,
        FormState form,
        RegionChoice region,
        List<Agency> agencies,
        int moreRows,
        int moreSpeakers) {

    public EventType[] types() {
        return EventType.values();
    }

    public SpeakerRole[] roles() {
        return SpeakerRole.values();
    }

    public List<ZoneId> zones() {
        return TimeZones.ALL;
    }

    /** Filled rows and blank ones. */
    public int rows() {
        return TypedRows.count(form.values(), "agenda") + moreRows;
    }

    public int speakers(int row) {
        int filled = TypedRows.count(form.values(), "agenda[" + row + "].speakers");
        return Math.max(1, filled + (row == moreSpeakers ? 1 : 0));
    }

    public boolean spansDays() {
        return !form.value("endDate").isEmpty();
    }
}
