package id.hadir.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the processes of one local run have used, from /proc (Linux). */
final class Processes {

    private static final Path PROC = Path.of("/proc");

    /** USER_HZ: the kernel tells times in hundredths of a second. */
    private static final double TICKS_PER_SECOND = 100;

    private static final List<String> SERVICES =
            List.of("gateway", "events", "attendance", "materials");

    private final String data;
    private final int own = (int) ProcessHandle.current().pid();

    /**
     * @param data the data folder of the run, which stands in the commands of its processes
     */
    Processes(Path data) {
        this.data = data.toString();
    }

    /** Seconds of processor time by part: the services, postgresql, and the load itself. */
    Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String part : SERVICES) {
            seconds.put(part, pids(part).mapToDouble(Processes::cpuSeconds).sum());
        }
        seconds.put("postgresql", postgres().mapToDouble(Processes::cpuSeconds).sum());
        seconds.put("load", cpuSeconds(own));
        return seconds;
    }

    /** Resident memory of each service, in MB. */
    Map<String, Long> residentMegabytes() {
        Map<String, Long> megabytes = new LinkedHashMap<>();
        for (String part : SERVICES) {
            megabytes.put(part, pids(part).mapToLong(Processes::residentKilobytes).sum() / 1024);
        }
        return megabytes;
    }

    /** The same, and PostgreSQL's, whose processes share most of theirs. */
    Map<String, Long> memoryMegabytes() {
        Map<String, Long> megabytes = residentMegabytes();
        megabytes.put(
                "postgresql",
                postgres().mapToLong(pid -> kilobytes(pid, "smaps_rollup", "Pss:")).sum() / 1024);
        return megabytes;
    }

    /** How a service of the run was started. */
    record Started(List<String> command, Map<String, String> environment) {}

    Started started(String service) {
        int pid = pids(service).findFirst().orElseThrow();
        Map<String, String> environment = new LinkedHashMap<>();
        for (String entry : read(pid, "environ").split("\0")) {
            String[] parts = entry.split("=", 2);
            environment.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return new Started(List.of(read(pid, "cmdline").split("\0")), environment);
    }

    private Stream<Integer> pids(String service) {
        return allPids().filter(pid -> isService(pid, service));
    }

    /** What this process started itself, such as a second gateway, is not of the run. */
    private boolean isService(int pid, String part) {
        return command(pid).contains(data + "/programs/" + part) && parentOf(pid) != own;
    }

    /** The server and the processes that it started, one for each connection among them. */
    private Stream<Integer> postgres() {
        Optional<Integer> server =
                allPids()
                        .filter(pid -> command(pid).contains(data + "/postgresql/data"))
                        .findFirst();
        return server.stream()
                .flatMap(
                        parent ->
                                Stream.concat(
                                        Stream.of(parent),
                                        allPids().filter(pid -> parentOf(pid) == parent)));
    }

    private static Stream<Integer> allPids() {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Integer::valueOf)
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String command(int pid) {
        return read(pid, "cmdline").replace('\0', ' ');
    }

    private static int parentOf(int pid) {
        String[] fields = stat(pid);
        return fields.length < 2 ? 0 : Integer.parseInt(fields[1]);
    }

    private static double cpuSeconds(int pid) {
        String[] fields = stat(pid);
        return fields.length < 13
                ? 0
                : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** The fields behind the command's name, which may hold blanks: the state is the first. */
    private static String[] stat(int pid) {
        String line = read(pid, "stat");
        return line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
    }

    private static long residentKilobytes(int pid) {
        return kilobytes(pid, "status", "VmRSS:");
    }

    private static long kilobytes(int pid, String file, String name) {
        return read(pid, file)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Empty for a process that has ended meanwhile. */
    private static String read(int pid, String file) {
        try {
            return Files.readString(PROC.resolve(pid + "/" + file));
        } catch (IOException gone) {
            return "";
        }
    }
}
