package id.hadir.kit.sheet;

import id.hadir.kit.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends tables as files. Each is made whole on the disk before its first byte is sent: whoever
 * reads slowly then holds neither a connection to the database nor memory. A few are made at once;
 * who comes beyond that is asked to come again.
 */
public class TableExports {

    private static final int MADE_AT_ONCE = 3;
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    /** Less than the gateway waits for the first byte. */
    private static final Duration MADE_WITHIN = Duration.ofSeconds(25);

    private static final Duration SENT_WITHIN = Duration.ofMinutes(10);
    private static final int BUFFER = 64 * 1024;

    private final Path directory;
    private final Semaphore places = new Semaphore(MADE_AT_ONCE);

    /**
     * @param directory where files are made
     */
    public TableExports(Path directory) {
        this.directory = directory;
    }

    /**
     * Fails with {@code overloaded} when too many are made, and as the rows do.
     *
     * @param made asked with the count of rows once the file is whole; nothing is sent before
     */
    public Mono<Void> send(
            TableFile file, LongFunction<Mono<Void>> made, ServerHttpResponse response) {
        return Mono.usingWhen(
                temporary(),
                path ->
                        inPlace(make(file, path))
                                .flatMap(made::apply)
                                .then(Mono.defer(() -> deliver(file, path, response))),
                TableExports::delete);
    }

    private Mono<Path> temporary() {
        return Mono.fromCallable(() -> Files.createTempFile(directory, "hadir-table-", ""))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Long> inPlace(Mono<Long> making) {
        return Mono.defer(
                () ->
                        places.tryAcquire()
                                ? making.timeout(MADE_WITHIN).doFinally(_ -> places.release())
                                : Mono.error(Problem.overloaded(COME_AGAIN)));
    }

    /** Counts the rows. */
    private static Mono<Long> make(TableFile file, Path path) {
        return Mono.using(
                () -> file.writeTo(path),
                writer ->
                        file.rows()
                                .publishOn(Schedulers.boundedElastic())
                                .doOnNext(cells -> write(writer, cells))
                                .count());
    }

    private static void write(TableWriter writer, List<@Nullable Object> cells) {
        try {
            writer.write(cells);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Mono<Void> deliver(TableFile file, Path path, ServerHttpResponse response) {
        file.describe(response.getHeaders());
        return response.writeWith(DataBufferUtils.read(path, response.bufferFactory(), BUFFER))
                .timeout(SENT_WITHIN);
    }

    private static Mono<Void> delete(Path path) {
        return Mono.<Void>fromCallable(
                        () -> {
                            Files.deleteIfExists(path);
                            return null;
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
