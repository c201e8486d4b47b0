package id.hadir.events.series;

import id.hadir.events.event.EventSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A series as the API shows it. */
record SeriesView(UUID id, @Nullable String rrule, List<MemberView> items) {

    record MemberView(int number, @Nullable String stage, EventSummary event) {}

    static SeriesView of(Series series, Instant now) {
        return new SeriesView(
                series.id(),
                series.rrule(),
                series.members().stream()
                        .map(
                                member ->
                                        new MemberView(
                                                member.number(),
                                                member.stage(),
                                                EventSummary.of(member.event(), now)))
                        .toList());
    }
}
