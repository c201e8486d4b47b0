package id.hadir.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be so before anything is started, each with its remedy. */
record Preflight(Settings settings) {

    private static final Set<String> OPEN = Set.of("HADIR_PORT", "HADIR_HTTP_PORT");
    private static final long FIRST_START_BYTES = 1L << 30;
    private static final long REHEARSAL_MEMORY = 3L << 30;
    private static final long LATER_START_BYTES = 200L << 20;

    void checkFolder() {
        Path data = settings.data();
        try {
            for (String folder : List.of("run", "log", "materials", "postgresql")) {
                Files.createDirectories(data.resolve(folder));
                Files.setPosixFilePermissions(
                        data.resolve(folder), PosixFilePermissions.fromString("rwx------"));
            }
            boolean first = !Files.exists(data.resolve("postgresql").resolve("data"));
            long needed = first ? FIRST_START_BYTES : LATER_START_BYTES;
            long usable = Files.getFileStore(data).getUsableSpace();
            if (usable < needed) {
                throw new Trouble(
                        "only %d MB are free for %s".formatted(usable >> 20, data),
                        "free %d MB there, or set HADIR_DATA to a folder on another disk"
                                .formatted(needed >> 20));
            }
        } catch (IOException e) {
            throw new Trouble(
                    "cannot write to " + data,
                    "give it to the user who runs this, or set HADIR_DATA to another folder",
                    e);
        }
    }

    /** A rehearsal must not take the memory of those who work: four services and PostgreSQL. */
    void checkMemory() {
        try {
            long available =
                    Files.readAllLines(Path.of("/proc/meminfo")).stream()
                            .filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                            .findFirst()
                            .orElse(Long.MAX_VALUE);
            if (available < REHEARSAL_MEMORY) {
                throw new Trouble(
                        "only %d MB of memory are free".formatted(available >> 20),
                        "a rehearsal wants %d MB".formatted(REHEARSAL_MEMORY >> 20));
            }
        } catch (IOException e) {
            return; // no Linux: it does not tell
        }
    }

    void checkTls(Instant now) {
        settings.tls().ifPresent(files -> files.check(now));
    }

    void checkBuilt() {
        for (String name : Service.modules()) {
            Path jar = new Application(settings, name).jar();
            if (!Files.exists(jar)) {
                throw new Trouble(jar + " is missing", "start with infra/up, which builds it");
            }
        }
    }

    void checkPorts(boolean embedded) {
        Settings.Ports ports = settings.ports();
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("HADIR_PORT", ports.gateway());
        settings.plainPort().ifPresent(port -> wanted.put("HADIR_HTTP_PORT", port));
        wanted.put("HADIR_EVENTS_PORT", ports.events());
        wanted.put("HADIR_ATTENDANCE_PORT", ports.attendance());
        wanted.put("HADIR_MATERIALS_PORT", ports.materials());
        if (embedded) {
            wanted.put("HADIR_POSTGRES_PORT", ports.postgres());
        }
        wanted.forEach(
                (name, port) ->
                        checkPort(name, OPEN.contains(name) ? settings.address() : "", port));
        for (int i = 0; i < Service.modules().size(); i++) {
            checkPort("HADIR_MANAGEMENT_PORT", "", ports.management() + i);
        }
    }

    private static void checkPort(String setting, String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            InetAddress at =
                    address.isEmpty()
                            ? InetAddress.getLoopbackAddress()
                            : InetAddress.getByName(address);
            socket.bind(new InetSocketAddress(at, port));
        } catch (IOException e) {
            throw new Trouble(
                    "port " + port + " is taken by another program",
                    "end that program, or choose another port with %s=…".formatted(setting),
                    e);
        }
    }
}
