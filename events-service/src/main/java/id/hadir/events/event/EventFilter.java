package id.hadir.events.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are looked for.
 *
 * @param from those that are not over by then
 * @param to those that begin before then
 * @param regionCode those in this region and all below it; without a venue the agency's region
 *     counts
 * @param statuses those in one of these; empty for all
 * @param agencyId those of this agency
 * @param words folded words, each of which title, theme, agency or venue must hold
 * @param newestFirst the latest at the top, instead of the earliest
 */
public record EventFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String regionCode,
        @Nullable EventType type,
        List<EventStatus> statuses,
        @Nullable UUID agencyId,
        List<String> words,
        boolean newestFirst) {

    /** The same of those that were not over by one time and began before the other. */
    public EventFilter lately(Instant since, Instant until) {
        return new EventFilter(since, until, regionCode, type, statuses, agencyId, words, true);
    }

    /** The same of those that are not over by then. */
    public EventFilter since(Instant then) {
        return new EventFilter(then, to, regionCode, type, statuses, agencyId, words, newestFirst);
    }
}
