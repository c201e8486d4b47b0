package id.hadir.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

/** The limits as they are delivered. */
class HallTests extends GatewayTest {

    private static final List<String> PAGE_AND_ASSETS =
            Stream.concat(
                            Stream.of("/privasi"),
                            Stream.generate(() -> "/aset/kit/icon-0123456789.svg").limit(6))
                    .toList();

    @Test
    void twoHallsBehindOneAddressLoadAPageAndItsAssetsAtTheSameMoment() {
        WebClient phone =
                WebClient.builder()
                        .baseUrl("http://127.0.0.1:" + port)
                        .defaultHeader("X-Forwarded-For", "192.0.2.1")
                        .build();

        List<Integer> statuses =
                Flux.range(0, 1_000)
                        .concatMapIterable(_ -> PAGE_AND_ASSETS)
                        .flatMap(
                                path ->
                                        phone.get()
                                                .uri(path)
                                                .exchangeToMono(
                                                        answer ->
                                                                answer.releaseBody()
                                                                        .thenReturn(
                                                                                answer.statusCode()
                                                                                        .value())),
                                64)
                        .collectList()
                        .block(Duration.ofMinutes(1));

        assertThat(Objects.requireNonNull(statuses)).hasSize(7_000).containsOnly(200);
    }
}
