package id.hadir.attendance.eventcopy;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Hears, in the transaction that applies the feed, of events that have moved or were called off.
 */
@FunctionalInterface
public interface NewsListener {

    Mono<Void> heard(List<EventNews> news);
}
