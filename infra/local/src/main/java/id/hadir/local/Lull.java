package id.hadir.local;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * A time when the machine has less to do than it can: even the lowest priority takes something from
 * a rush. The first minute is the start's own load.
 *
 * @param load average of the last minute; negative where the system does not tell it
 */
record Lull(DoubleSupplier load, int processors, Consumer<Duration> pause) {

    static final Duration FIRST = Duration.ofMinutes(1);
    static final Duration AGAIN = Duration.ofSeconds(30);

    static Lull onThisMachine() {
        return new Lull(
                ManagementFactory.getOperatingSystemMXBean()::getSystemLoadAverage,
                Runtime.getRuntime().availableProcessors(),
                LocalRun::pause);
    }

    void await() {
        pause.accept(FIRST);
        while (load.getAsDouble() >= processors) {
            pause.accept(AGAIN);
        }
    }
}
