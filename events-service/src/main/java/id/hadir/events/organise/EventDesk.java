package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.event.Clash;
import id.hadir.events.event.EventContent;
import id.hadir.events.event.EventStatus;
import id.hadir.events.invitation.Roster;
import id.hadir.events.series.Series;
import java.util.List;
import java.util.Optional;

/** One event with all that its organiser does next. */
public record EventDesk(
        ShownEvent shown, List<Clash> clashes, Roster roster, Optional<Series> series) {

    public boolean isDraft() {
        return shown.status() == EventStatus.DRAFT;
    }

    /** Changes are no longer taken once it is over or cancelled. */
    public boolean isOpen() {
        return isDraft() || shown.status() == EventStatus.PUBLISHED;
    }

    /** Whether publishing waits for that field. */
    public boolean isNeeded(String missing) {
        return content().missingForPublishing().contains(missing);
    }

    public boolean mayBePublished() {
        return isDraft() && content().missingForPublishing().isEmpty();
    }

    public EventContent content() {
        return shown.content();
    }
}
