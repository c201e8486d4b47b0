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

    /** Without its times when it is not known how far it moves. */
    AgendaItem shifted(@Nullable Duration by) {
        return new AgendaItem(
                Times.shifted(startsAt, by), Times.shifted(endsAt, by), title, speakers);
    }
}
