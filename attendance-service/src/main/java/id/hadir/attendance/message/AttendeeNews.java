package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.EventNews;
import id.hadir.attendance.eventcopy.NewsListener;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells those who have registered that their event has moved, or was called off. */
@Component
class AttendeeNews implements NewsListener {

    private final NoticeQueueStore queue;
    private final Clock clock;

    AttendeeNews(NoticeQueueStore queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Mono<Void> heard(List<EventNews> news) {
        return Flux.fromIterable(news).concatMap(this::tell).then();
    }

    private Mono<Long> tell(EventNews news) {
        Notice notice =
                switch (news.kind()) {
                    case MOVED -> Notice.CHANGED;
                    case CANCELLED -> Notice.CANCELLED;
                };
        return queue.toAll(news.eventId(), notice, news.version(), clock.instant());
    }
}
