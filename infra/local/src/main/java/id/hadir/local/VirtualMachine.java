package id.hadir.local;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the services' virtual machines are set up: little memory, since four of them share a machine
 * with PostgreSQL. A start cache fits exactly the options that it was trained with.
 */
final class VirtualMachine {

    /** In megabytes: the most that the heap may take, and its part for what is new. */
    private record Heap(int most, int young) {}

    /**
     * In use after a full collection are 30 to 40 MB, in materials 60. What a rush has under way,
     * some 25 KB for each registration, has to fit into a survivor space: where it spilled over,
     * the old part was full every second, and a full collection takes 150 ms. The services that
     * import files and get the 91,000 offices in portions need more: 128 MB were too little.
     */
    private static final Heap IN_THE_RUSH = new Heap(112, 40);

    private static final Map<String, Heap> HEAPS =
            Map.of(
                    "gateway",
                    IN_THE_RUSH,
                    "events-service",
                    new Heap(192, 32),
                    "attendance-service",
                    IN_THE_RUSH,
                    "materials-service",
                    new Heap(192, 32));

    private VirtualMachine() {}

    static List<String> options(Settings settings, String module) {
        Heap heap = Objects.requireNonNull(HEAPS.get(module));
        String most = settings.environment().getOrDefault("HADIR_HEAP", heap.most() + "m");
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms" + (heap.young() + 16) + "m",
                "-Xmx" + most,
                "-Xmn" + heap.young() + "m",
                "-XX:SurvivorRatio=3",
                "-XX:TargetSurvivorRatio=90",
                // give back what a full collection has freed
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=30",
                // 30 MB are in use after a long load; with less to spare, the heap would be
                // collected every minute to find out which code is dead
                "-XX:ReservedCodeCacheSize=160m",
                // the compiler's memory goes back to the system when it has caught up
                "-XX:TrimNativeHeapInterval=10000",
                "--enable-native-access=ALL-UNNAMED");
    }

    /** glibc would keep a pool for each of the threads. */
    static Map<String, String> environment() {
        return Map.of("MALLOC_ARENA_MAX", "2");
    }
}
