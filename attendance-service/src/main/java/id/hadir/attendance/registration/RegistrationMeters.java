package id.hadir.attendance.registration;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Counts the registrations of this replica: how long each took by outcome, how long it had waited
 * for its batch, how large the batches are, and how many wait. Outcomes are the contract's codes,
 * so that there are few; nothing tells whose registration it was.
 */
final class RegistrationMeters {

    private static final Duration[] OBJECTIVES =
            Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);
    private static final double[] BATCH_SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256};

    /** There from the start: a rate does not see the first value of a series. */
    private static final List<String> EXPECTED =
            List.of("confirmed", "waitlisted", "overloaded", "failed");

    private final MeterRegistry meters;
    private final Map<String, Timer> taken = new ConcurrentHashMap<>();
    private final Timer queued;
    private final DistributionSummary batch;

    RegistrationMeters(MeterRegistry meters) {
        this.meters = meters;
        this.queued =
                Timer.builder("hadir.registration.queued")
                        .description("From a registration's arrival to the start of its batch")
                        .serviceLevelObjectives(OBJECTIVES)
                        .register(meters);
        this.batch =
                DistributionSummary.builder("hadir.registration.batch")
                        .description("Registrations decided in one transaction")
                        .baseUnit("registrations")
                        .serviceLevelObjectives(BATCH_SIZES)
                        .register(meters);
        EXPECTED.forEach(this::took);
    }

    /** The time of registrations that had this outcome. */
    Timer took(String outcome) {
        return taken.computeIfAbsent(outcome, this::timer);
    }

    private Timer timer(String outcome) {
        return Timer.builder("hadir.registration")
                .description("From a registration's arrival to its answer")
                .tag("outcome", outcome)
                .serviceLevelObjectives(OBJECTIVES)
                .register(meters);
    }

    Timer queued() {
        return queued;
    }

    DistributionSummary batch() {
        return batch;
    }

    /** How many wait, and how many may. */
    void watch(Batches<?, ?, ?> batches, Batches.Limits limits) {
        Gauge.builder("hadir.registration.waiting", batches, Batches::waiting)
                .description("Registrations that wait for their batch")
                .register(meters);
        Gauge.builder("hadir.registration.waiting.limit", limits::waiting)
                .description("Registrations that may wait; the next is refused with 503")
                .register(meters);
    }
}
