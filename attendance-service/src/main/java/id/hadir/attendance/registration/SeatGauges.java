package id.hadir.attendance.registration;

import id.hadir.attendance.registration.SeatQueries.Level;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Shows the seats left and the waitlist of a few events, by their slugs. One query tells all of
 * them every few seconds, whoever looks; while the database is away there is nothing to see.
 */
@Component
class SeatGauges {

    /** So many series at most, however many events there are. */
    private static final int EVENTS = 20;

    /** Less than the time to the next look. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SeatQueries queries;
    private final Clock clock;
    private final MultiGauge seats;
    private final MultiGauge remaining;
    private final MultiGauge waitlisted;

    SeatGauges(SeatQueries queries, Clock clock, MeterRegistry meters) {
        this.queries = queries;
        this.clock = clock;
        this.seats = gauge("hadir.event.seats", "Seats of an event that has a limit", meters);
        this.remaining = gauge("hadir.event.seats.remaining", "Seats that are left", meters);
        this.waitlisted = gauge("hadir.event.waitlist", "Who waits for a seat", meters);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry meters) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    @Scheduled(fixedRate = 10, timeUnit = TimeUnit.SECONDS)
    Mono<Void> look() {
        return queries.levels(clock.instant(), EVENTS)
                .collectList()
                .timeout(PATIENCE)
                .onErrorReturn(List.of())
                .doOnNext(this::show)
                .then();
    }

    private void show(List<Level> levels) {
        List<Level> limited = levels.stream().filter(level -> level.capacity() != null).toList();
        seats.register(rows(limited, SeatGauges::capacity), true);
        remaining.register(
                rows(limited, level -> Math.max(0, capacity(level) - level.confirmed())), true);
        waitlisted.register(rows(levels, Level::waitlisted), true);
    }

    private static int capacity(Level level) {
        return level.capacity() == null ? 0 : level.capacity();
    }

    private static List<Row<?>> rows(List<Level> levels, ToIntFunction<Level> value) {
        return levels.stream().<Row<?>>map(level -> row(level, value)).toList();
    }

    private static Row<?> row(Level level, ToIntFunction<Level> value) {
        return Row.of(Tags.of("event", level.slug()), value.applyAsInt(level));
    }
}
