package id.hadir.attendance.report;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The totals of an event as they change. All who watch the same units of the same event share one
 * look at the database every two seconds; nobody watches for longer than five minutes, the life of
 * a token inside, without asking again, and no more than so many at once.
 */
@Component
public class AttendanceStream {

    private static final Logger log = LoggerFactory.getLogger(AttendanceStream.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final int WATCHERS = 500;

    private final Attendance attendance;
    private final Map<Watched, Flux<Attendance.AsOf>> shared = new ConcurrentHashMap<>();
    private final AtomicInteger watchers = new AtomicInteger();

    AttendanceStream(Attendance attendance) {
        this.attendance = attendance;
    }

    private record Watched(UUID eventId, Scope scope) {}

    /**
     * The totals now, and then each time they have changed. Fails as {@link Attendance#event} does,
     * and when too many watch.
     */
    public Flux<Attendance.AsOf> watch(Actor actor, UUID eventId) {
        return attendance
                .event(actor, eventId)
                .flatMapMany(event -> counted(shared(event, Scope.of(actor, null, null))));
    }

    private Flux<Attendance.AsOf> counted(Flux<Attendance.AsOf> totals) {
        return Flux.defer(
                () -> {
                    if (watchers.incrementAndGet() > WATCHERS) {
                        watchers.decrementAndGet();
                        return Flux.error(Problem.overloaded(Duration.ofSeconds(10)));
                    }
                    return totals.take(AT_MOST).doFinally(_ -> watchers.decrementAndGet());
                });
    }

    private Flux<Attendance.AsOf> shared(Event event, Scope scope) {
        return shared.computeIfAbsent(
                new Watched(event.id(), scope), watched -> look(event, watched));
    }

    private Flux<Attendance.AsOf> look(Event event, Watched watched) {
        AtomicBoolean isFailing = new AtomicBoolean();
        return Flux.interval(Duration.ZERO, LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> totals(event, watched.scope(), isFailing), 1)
                .distinctUntilChanged(Attendance.AsOf::totals)
                .doFinally(_ -> shared.remove(watched))
                .replay(1)
                .refCount();
    }

    /** Those who watch keep the last numbers while the database is away; the log tells it once. */
    private Mono<Attendance.AsOf> totals(Event event, Scope scope, AtomicBoolean isFailing) {
        return attendance
                .totals(event, scope)
                .doOnSuccess(_ -> isFailing.set(false))
                .onErrorResume(
                        failure -> {
                            if (isFailing.compareAndSet(false, true)) {
                                log.warn("totals of event {} are not counted", event.id(), failure);
                            }
                            return Mono.empty();
                        });
    }
}
