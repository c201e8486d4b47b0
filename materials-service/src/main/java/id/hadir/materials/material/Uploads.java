package id.hadir.materials.material;

import id.hadir.kit.problem.Problem;
import id.hadir.materials.content.ContentDirectory;
import id.hadir.materials.content.ContentSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.channel.AbortedException;

/**
 * Takes uploads in, a buffer at a time and no faster than the disk writes: the one place where
 * requests meet blocking files. Whatever ends an upload early, its file is removed.
 */
@Component
class Uploads {

    private static final Duration SILENCE_AT_MOST = Duration.ofSeconds(60);
    private static final int PIECES_AHEAD = 4;

    private final Scheduler disk = Schedulers.boundedElastic();
    private final ContentDirectory contents;
    private final ContentSettings settings;

    Uploads(ContentDirectory contents, ContentSettings settings) {
        this.contents = contents;
        this.settings = settings;
    }

    /** Reads a multipart body to its end, then hands on what came; it is gone when that is done. */
    <T> Mono<T> receive(Flux<PartEvent> parts, Function<Upload, Mono<T>> then) {
        return receive(parts, Piece::of, then);
    }

    /** The same for a body that is the file alone. */
    <T> Mono<T> receiveBody(Flux<DataBuffer> body, Function<Upload, Mono<T>> then) {
        return receive(body, Piece::ofFile, then);
    }

    /** Runs what blocks on the disk. */
    <T> Mono<T> onDisk(Callable<T> blocking) {
        return Mono.fromCallable(blocking).subscribeOn(disk);
    }

    private <E, T> Mono<T> receive(
            Flux<E> arriving, Function<E, Piece> copy, Function<Upload, Mono<T>> then) {
        return Mono.usingWhen(
                onDisk(this::open),
                upload ->
                        arriving.timeout(SILENCE_AT_MOST)
                                .map(copy)
                                .onErrorMap(Uploads::isCutOff, Uploads::malformed)
                                .publishOn(disk, PIECES_AHEAD)
                                .doOnNext(upload::accept)
                                .then(Mono.defer(() -> then.apply(upload))),
                this::close);
    }

    private Upload open() throws IOException {
        return new Upload(contents.receive(), settings.maxSize().toBytes());
    }

    private Mono<Void> close(Upload upload) {
        return onDisk(
                        () -> {
                            upload.close();
                            return true;
                        })
                .then();
    }

    /** Headers of a part that cannot be read, a caller who hung up or fell silent. */
    private static boolean isCutOff(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof IOException
                || failure instanceof AbortedException
                || failure instanceof TimeoutException;
    }

    private static Problem malformed(Throwable failure) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed");
    }
}
