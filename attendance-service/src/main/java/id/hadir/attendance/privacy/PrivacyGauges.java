package id.hadir.attendance.privacy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Shows when all that was due was last erased, by whichever replica (0 before the first time), and
 * how many objections should have been answered by now.
 */
@Component
class PrivacyGauges {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RetentionQueries retention;
    private final ObjectionQueries objections;
    private final Clock clock;
    private final AtomicLong lastSuccess = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    PrivacyGauges(
            RetentionQueries retention,
            ObjectionQueries objections,
            Clock clock,
            MeterRegistry meters) {
        this.retention = retention;
        this.objections = objections;
        this.clock = clock;
        TimeGauge.builder(
                        "hadir.retention.last.success",
                        lastSuccess,
                        TimeUnit.SECONDS,
                        AtomicLong::get)
                .description("When all that was due was last erased, in seconds since 1970")
                .register(meters);
        Gauge.builder("hadir.objections.overdue", overdue, AtomicLong::get)
                .description("Objections that nobody answered within the time of the law")
                .register(meters);
    }

    @Scheduled(fixedRate = 5, timeUnit = TimeUnit.MINUTES)
    Mono<Void> look() {
        return retention
                .lastSuccess()
                .doOnNext(at -> lastSuccess.set(at.getEpochSecond()))
                .then(Mono.defer(() -> objections.overdue(clock.instant())))
                .doOnNext(overdue::set)
                .timeout(PATIENCE)
                .onErrorComplete()
                .then();
    }
}
