package id.hadir.gateway.oidc;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Calls the provider, and does not wait for it for ever. */
final class ProviderClient {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int CONNECT_MILLIS = 2000;

    private ProviderClient() {}

    /** What a broken provider says is not said of the person who wants to sign in. */
    private static Mono<ClientResponse> notBroken(ClientResponse response) {
        return response.statusCode().is5xxServerError()
                ? response.createError()
                : Mono.just(response);
    }

    static WebClient create() {
        HttpClient http =
                HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                        .responseTimeout(PATIENCE);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .filter(ExchangeFilterFunction.ofResponseProcessor(ProviderClient::notBroken))
                .build();
    }
}
