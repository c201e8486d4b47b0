package id.hadir.attendance.answer;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.page.Words;
import java.time.Instant;
import java.util.List;

/**
 * The answers of an event as a page.
 *
 * @param state what is shown: a state's code, {@code late}, or empty for all
 */
public record OverviewView(
        EventView event, AnswerTotals totals, Listing<OfficeAnswer> offices, String state) {

    /** What can be asked for, in the order of the page. */
    public static final List<String> STATES =
            List.of("", "silent", "coming", "sending", "excused", "late");

    public String path(String asked) {
        String path = "/panitia/" + event.slug() + "/jawaban";
        return asked.isEmpty() ? path : path + "?state=" + asked;
    }

    public String nextPath() {
        return path(state) + (state.isEmpty() ? "?" : "&") + "cursor=" + offices.next();
    }

    public String csvPath() {
        return "/api/events/" + event.id() + "/answers?format=csv&state=" + state;
    }

    public String moment(Words words, Instant at) {
        return words.dateTime(at, event.zone());
    }
}
