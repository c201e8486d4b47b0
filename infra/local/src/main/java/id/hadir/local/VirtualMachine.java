package id.hadir.local;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the services' virtual machines are set up: little memory, since four of them share a machine
 * with PostgreSQL. A start cache fits exactly the options that it was trained with.
 */
final class VirtualMachine {

    /**
     * The most that each heap may take. In use after a full collection are 25 to 30 MB, in
     * materials 60. The gateway streams; the others also hold a file that is imported or looked
     * into, and at their first start the 91,000 offices in portions, for which 128 MB was too
     * little.
     */
    private static final Map<String, String> HEAPS =
            Map.of(
                    "gateway", "96m",
                    "events-service", "192m",
                    "attendance-service", "192m",
                    "materials-service", "192m");

    private VirtualMachine() {}

    static List<String> options(Settings settings, String module) {
        String heap =
                settings.environment()
                        .getOrDefault("HADIR_HEAP", Objects.requireNonNull(HEAPS.get(module)));
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms48m",
                "-Xmx" + heap,
                // room for what a rush has under way, of which little outlives a collection
                "-Xmn32m",
                "-XX:SurvivorRatio=6",
                // give back what a full collection has freed
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=30",
                // about 30 MB are in use after a long load
                "-XX:ReservedCodeCacheSize=64m",
                // the compiler's memory goes back to the system when it has caught up
                "-XX:TrimNativeHeapInterval=10000",
                "--enable-native-access=ALL-UNNAMED");
    }

    /** glibc would keep a pool for each of the threads. */
    static Map<String, String> environment() {
        return Map.of("MALLOC_ARENA_MAX", "2");
    }
}
