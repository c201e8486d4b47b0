package id.hadir.events.series;

import id.hadir.events.event.Event;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events that belong together.
 *
 * @param rrule the rule that repeats them (RFC 5545); null when they are stages
 * @param members in their order
 */
public record Series(UUID id, @Nullable String rrule, List<Member> members) {

    /**
     * An event of the series.
     *
     * @param stage such as "Kampanye"; null for one that is only repeated
     */
    public record Member(int number, @Nullable String stage, Event event) {}

    /** How many come after that event. */
    public long after(UUID event) {
        return members.stream()
                .dropWhile(member -> !member.event().id().equals(event))
                .skip(1)
                .count();
    }
}
