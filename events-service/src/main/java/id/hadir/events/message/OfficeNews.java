package id.hadir.events.message;

import static id.hadir.events.message.OfficeMessage.CANCELLED;
import static id.hadir.events.message.OfficeMessage.CHANGED;
import static id.hadir.events.message.OfficeMessage.INVITED;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventStatus;
import id.hadir.events.event.EventWatcher;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides what is news to the offices on a roster; of drafts nobody is told. */
@Component
public class OfficeNews implements EventWatcher {

    private static final int ONCE = 0;

    private final OfficeQueueStore queue;
    private final Clock clock;

    OfficeNews(OfficeQueueStore queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** Tells those on the roster who were not told yet; in the transaction that put them there. */
    public Mono<Void> invited(Event event) {
        Instant now = clock.instant();
        return event.statusAt(now) == EventStatus.PUBLISHED
                ? queue.queue(event.id(), INVITED, ONCE, now).then()
                : Mono.empty();
    }

    @Override
    public Mono<Void> changed(Event before, Event after) {
        if (before.status() != EventStatus.PUBLISHED) {
            return invited(after);
        }
        if (after.status() == EventStatus.CANCELLED) {
            return tell(after, CANCELLED);
        }
        return after.hasMovedSince(before) ? tell(after, CHANGED) : Mono.empty();
    }

    private Mono<Void> tell(Event event, OfficeMessage message) {
        return queue.queue(event.id(), message, event.scheduleVersion(), clock.instant()).then();
    }
}
