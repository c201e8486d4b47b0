package id.hadir.events.organise;

import id.hadir.events.agency.Agency;
import id.hadir.events.event.EventType;
import id.hadir.events.event.SpeakerRole;
import id.hadir.events.event.TimeZones;
import id.hadir.kit.page.FormState;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The form of an event.
 *
 * @param action where it is sent to
 * @param isNew whether the event is still to be made
 * @param venue the part that says where
 * @param agencies to choose from; empty for an organiser, who plans for the own agency
 * @param differences what somebody else has changed meanwhile
 * @param draft of which the form was filled
 * @param speakersByRow how many speakers each filled row of the agenda has
 * @param moreRows blank rows of the agenda to offer
 * @param moreSpeakers the row of the agenda that gets another blank speaker, -1 for none
 * @param following how many events come after it in its series
 */
public record EventFormView(
        String action,
        boolean isNew,
        FormState form,
        VenueChoice venue,
        FormHints hints,
        List<Agency> agencies,
        List<FormDifference> differences,
        Optional<FormDraft> draft,
        List<Integer> speakersByRow,
        int moreRows,
        int moreSpeakers,
        long following) {

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
        return speakersByRow.size() + moreRows;
    }

    public int speakers(int row) {
        int filled = row < speakersByRow.size() ? speakersByRow.get(row) : 0;
        return Math.max(1, filled + (row == moreSpeakers ? 1 : 0));
    }

    /** Whether any day but the first was named. */
    public boolean spansDays() {
        return !form.value("endDate").isEmpty()
                || IntStream.range(0, speakersByRow.size())
                        .anyMatch(row -> !form.value("agenda[" + row + "].date").isEmpty());
    }
}
