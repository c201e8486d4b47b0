package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The events of an agency, or all for an admin, by what is to be done with them. */
public record Dashboard(List<ShownEvent> drafts, List<ShownEvent> upcoming, List<ShownEvent> past) {

    public boolean isEmpty() {
        return drafts.isEmpty() && upcoming.isEmpty() && past.isEmpty();
    }

    /** The events of this day, wherever that day is. */
    public List<ShownEvent> today() {
        return upcoming.stream().filter(Dashboard::isToday).toList();
    }

    /** Those to come that lack something. */
    public List<ShownEvent> incomplete() {
        return Stream.concat(drafts.stream(), upcoming.stream())
                .filter(event -> !event.isCancelled() && !event.content().missing().isEmpty())
                .toList();
    }

    private static boolean isToday(ShownEvent event) {
        var zone = event.content().schedule().timeZone();
        return !event.isCancelled() && LocalDate.ofInstant(event.now(), zone).equals(event.day());
    }
}
