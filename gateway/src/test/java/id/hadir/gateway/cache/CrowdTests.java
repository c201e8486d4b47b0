package id.hadir.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.hadir.gateway.cache.Publisher.Reply;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** Many ask for the same at the same moment, and one goes. */
class CrowdTests extends CacheTest {

    @Test
    void thousandReadersCostOneRequest() {
        String page = page();
        Sinks.Empty<Void> gate = Sinks.empty();
        SERVICE.at(page, (_, number) -> Reply.of(SHARED, "isi " + number).after(gate));
        double before = counted("shared");

        var readers = crowd(1_000, page);
        await().atMost(Duration.ofSeconds(30)).until(() -> counted("shared") - before == 999);
        gate.tryEmitEmpty();

        assertThat(readers).allSatisfy(one -> assertThat(one.join().body()).isEqualTo("isi 1"));
        assertThat(SERVICE.asked(page)).isEqualTo(1);
    }

    @Test
    void whoeverWentMayGoAwayAndTheOthersAreAnswered() throws Exception {
        String page = page();
        Sinks.Empty<Void> gate = Sinks.empty();
        SERVICE.at(page, (_, number) -> Reply.of(SHARED, "isi " + number).after(gate));
        double before = counted("shared");
        CompletableFuture<HttpResponse<String>> waiting;
        try (Socket first = new Socket("127.0.0.1", port)) {
            String head = "GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
            first.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            await().until(() -> SERVICE.asked(page) == 1);
            waiting = getAsync(page);
            await().until(() -> counted("shared") - before == 1);
        }
        gate.tryEmitEmpty();

        assertThat(waiting.join().body()).isEqualTo("isi 1");
        assertThat(SERVICE.asked(page)).isEqualTo(1);
    }

    @Test
    void failureOfTheOneIsTriedOnceMoreForTheOthers() {
        String page = page();
        Sinks.Empty<Void> gate = Sinks.empty();
        SERVICE.at(
                page,
                (_, number) ->
                        Reply.of(SHARED, "isi " + number)
                                .status(number == 1 ? 500 : 200)
                                .after(gate));
        double before = counted("shared");

        var readers = crowd(50, page);
        await().until(() -> counted("shared") - before == 49);
        gate.tryEmitEmpty();

        assertThat(readers.stream().map(one -> one.join().statusCode()).sorted().toList())
                .containsExactlyElementsOf(
                        Stream.concat(Stream.generate(() -> 200).limit(49), Stream.of(500))
                                .toList());
        assertThat(SERVICE.asked(page)).isEqualTo(2);
    }

    @Test
    void serviceThatFailsIsNotAskedByEachOfThem() {
        String page = page();
        Sinks.Empty<Void> gate = Sinks.empty();
        SERVICE.at(page, (_, _) -> Reply.of("no-store", "").status(503).after(gate));
        double before = counted("shared");

        var readers = crowd(50, page);
        await().until(() -> counted("shared") - before == 49);
        gate.tryEmitEmpty();

        assertThat(readers).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(503));
        assertThat(SERVICE.asked(page)).isLessThanOrEqualTo(5);
    }

    @Test
    void whatMayNotBeSharedIsFetchedByEachForItself() {
        String page = page();
        Sinks.Empty<Void> gate = Sinks.empty();
        SERVICE.at(page, (_, number) -> Reply.of("private", "isi " + number).after(gate));
        double before = counted("shared");

        var readers = crowd(10, page);
        await().until(() -> counted("shared") - before == 9);
        gate.tryEmitEmpty();

        assertThat(readers.stream().map(one -> one.join().body()).distinct()).hasSize(10);
    }

    @Test
    void whoeverWaitsForTooLongIsToldToComeAgain() {
        String page = page();
        Sinks.Empty<Void> gate = Sinks.empty();
        SERVICE.at(page, (_, _) -> Reply.of(SHARED, "isi").after(gate));
        var first = getAsync(page);
        await().until(() -> SERVICE.asked(page) == 1);

        HttpResponse<String> second = get(page);

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).contains("2");
        gate.tryEmitEmpty();
        assertThat(first.join().statusCode()).isEqualTo(200);
    }

    private List<CompletableFuture<HttpResponse<String>>> crowd(int readers, String page) {
        return Stream.generate(() -> getAsync(page)).limit(readers).toList();
    }
}
