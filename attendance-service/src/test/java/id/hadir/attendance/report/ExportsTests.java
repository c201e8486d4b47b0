package id.hadir.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.sheet.TableExports;
import id.hadir.kit.sheet.TableFile;
import id.hadir.kit.sheet.TableFile.Format;
import id.hadir.kit.sheet.XlsxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ExportsTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path directory;

    private TableExports exports;

    @BeforeEach
    void exports() {
        exports = new TableExports(directory);
    }

    @Test
    void moreThanAFewAtOnceAreAskedToComeAgain() {
        CountDownLatch begun = new CountDownLatch(3);
        Flux<List<@Nullable Object>> rows =
                Flux.<List<@Nullable Object>>never().doOnSubscribe(_ -> begun.countDown());
        List<Disposable> running = IntStream.range(0, 3).mapToObj(_ -> begin(rows)).toList();
        await(begun);

        StepVerifier.create(send(csv(Flux.empty()), new MockServerHttpResponse()))
                .expectErrorSatisfies(
                        failure ->
                                assertThat(failure)
                                        .isInstanceOfSatisfying(
                                                Problem.class,
                                                problem -> {
                                                    assertThat(problem.code())
                                                            .isEqualTo("overloaded");
                                                    assertThat(problem.retryAfter()).isNotNull();
                                                }))
                .verify(SOON);

        running.getFirst().dispose();
        send(csv(Flux.empty()), new MockServerHttpResponse()).block(SOON);
        running.forEach(Disposable::dispose);
    }

    /** However slowly somebody reads: the rows are read by then, and others are served. */
    @Test
    void whoeverReadsSlowlyHoldsNoRows() {
        CountDownLatch read = new CountDownLatch(5);
        Flux<List<@Nullable Object>> rows = rows(2_000).doOnComplete(read::countDown);
        List<Disposable> slow =
                IntStream.range(0, 5)
                        .mapToObj(
                                _ -> {
                                    MockServerHttpResponse response = new MockServerHttpResponse();
                                    response.setWriteHandler(_ -> Mono.never());
                                    return send(csv(rows), response).retry().subscribe();
                                })
                        .toList();
        await(read);
        slow.forEach(Disposable::dispose);
    }

    @Test
    void rowsThatNeverComeAreNotWaitedFor() {
        StepVerifier.withVirtualTime(() -> send(csv(Flux.never()), new MockServerHttpResponse()))
                .expectSubscription()
                .thenAwait(Duration.ofSeconds(30))
                .expectError(TimeoutException.class)
                .verify(SOON);
    }

    @Test
    void theFileIsTakenAwayWhenItIsSentAndWhenItFails() {
        send(csv(rows(10)), new MockServerHttpResponse()).block(SOON);
        Flux<List<@Nullable Object>> broken =
                rows(10).concatWith(Flux.error(new IllegalStateException("database gone")));
        StepVerifier.create(send(csv(broken), new MockServerHttpResponse()))
                .expectErrorMessage("database gone")
                .verify(SOON);
        assertThat(filesLeft()).isZero();
    }

    @Test
    void aWorkbookHasAllRowsWhetherHeldOrWrittenOut() {
        MockServerHttpResponse response = new MockServerHttpResponse();

        send(new TableFile("presensi", "Presensi", Format.XLSX, HEADING, rows(1_234)), response)
                .block(SOON);

        assertThat(response.getHeaders().getContentDisposition().getFilename())
                .isEqualTo("presensi.xlsx");
        assertThat(XlsxReader.read(bytes(response)))
                .hasSize(1_234)
                .last()
                .satisfies(row -> assertThat(row.get("unit")).isEqualTo("Desa 1234"));
    }

    @Test
    void nothingIsSentThatCouldNotBeWrittenDown() {
        MockServerHttpResponse response = new MockServerHttpResponse();
        StepVerifier.create(
                        exports.send(
                                csv(rows(10)),
                                rows -> Mono.error(new IllegalStateException(rows + " rows")),
                                response))
                .expectErrorMessage("10 rows")
                .verify(SOON);
        assertThat(response.isCommitted()).isFalse();
        assertThat(filesLeft()).isZero();
    }

    private Mono<Void> send(TableFile file, MockServerHttpResponse response) {
        return exports.send(file, _ -> Mono.empty(), response);
    }

    private static final List<String> HEADING = List.of("unit", "seats");

    private static TableFile csv(Flux<List<@Nullable Object>> rows) {
        return new TableFile("presensi", "Presensi", Format.CSV, HEADING, rows);
    }

    private static Flux<List<@Nullable Object>> rows(int count) {
        return Flux.range(1, count).map(number -> List.of("Desa " + number, number));
    }

    private Disposable begin(Flux<List<@Nullable Object>> rows) {
        return send(csv(rows), new MockServerHttpResponse()).subscribe();
    }

    private static byte[] bytes(MockServerHttpResponse response) {
        return DataBufferUtils.join(response.getBody())
                .map(
                        buffer -> {
                            byte[] bytes = new byte[buffer.readableByteCount()];
                            buffer.read(bytes);
                            return bytes;
                        })
                .block(SOON);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private long filesLeft() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
