package id.hadir.events.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item of the agenda; its times may not be known yet. */
public record AgendaItem(
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String title,
        List<Speaker> speakers) {

    AgendaItem shifted(Duration by) {
        return new AgendaItem(
                startsAt == null ? null : startsAt.plus(by),
                endsAt == null ? null : endsAt.plus(by),
                title,
                speakers);
    }
}
