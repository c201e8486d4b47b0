package id.hadir.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** So many connections that each send the next request when the answer to the last is there. */
record HttpLoad(InetSocketAddress server, int connections, Duration duration) {

    /** Status of a request that had no answer. */
    static final int FAILED = 0;

    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toMillis() * 1000;

    /**
     * @param counts answers by status; {@link #FAILED} for none
     * @param micros time until the answer, of those with the wanted status
     */
    record Result(Map<Integer, Long> counts, Histogram micros, double seconds) {

        long count(int status) {
            return counts.getOrDefault(status, 0L);
        }

        double perSecond(int status) {
            return count(status) / seconds;
        }

        long others(int status) {
            return counts.values().stream().mapToLong(Long::longValue).sum() - count(status);
        }

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    private record Share(Map<Integer, Long> counts, Histogram micros) {}

    /**
     * @param requests each call gives another request, written out
     * @param wanted status whose times are kept
     */
    Result run(Supplier<byte[]> requests, int wanted) {
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        List<Callable<Share>> shares = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            shares.add(() -> send(requests, wanted, end));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            Map<Integer, Long> counts = new TreeMap<>();
            Histogram micros = new Histogram(LONGEST_MICROS, 3);
            for (Future<Share> share : threads.invokeAll(shares)) {
                share.get().counts().forEach((status, n) -> counts.merge(status, n, Long::sum));
                micros.add(share.get().micros());
            }
            return new Result(counts, micros, (System.nanoTime() - began) / 1e9);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Share send(Supplier<byte[]> requests, int wanted, long end) throws IOException {
        Map<Integer, Long> counts = new TreeMap<>();
        Histogram micros = new Histogram(LONGEST_MICROS, 3);
        Connection connection = new Connection(server);
        while (System.nanoTime() < end) {
            byte[] request = requests.get();
            long sent = System.nanoTime();
            int status;
            try {
                status = connection.exchange(request);
            } catch (IOException lost) {
                status = FAILED;
                connection.close();
                connection = new Connection(server);
            }
            counts.merge(status, 1L, Long::sum);
            if (status == wanted) {
                micros.recordValue(Math.min((System.nanoTime() - sent) / 1000, LONGEST_MICROS));
            }
        }
        connection.close();
        return new Share(counts, micros);
    }
}
