package id.hadir.gateway.health;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Whether all parts work, some, or none; asked at most once a second, whoever asks. */
@Service
class SystemHealth {

    enum Status {
        UP,
        DEGRADED,
        DOWN
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(String status) {}

    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final WebClient http =
            WebClient.builder()
                    .clientConnector(
                            new ReactorClientHttpConnector(
                                    HttpClient.create()
                                            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)))
                    .build();
    private final Mono<Status> status;

    SystemHealth(HealthSettings settings, DatabaseQueries database) {
        this.status =
                Flux.fromIterable(settings.all())
                        .flatMap(this::ask)
                        .collectList()
                        .zipWith(database.answers(), SystemHealth::judge)
                        .cache(REMEMBERED_FOR);
    }

    Mono<Status> status() {
        return status;
    }

    /** Without the gateway's database nobody can sign in, but the public pages go on. */
    static Status judge(List<Status> services, boolean database) {
        if (services.stream().allMatch(Status.DOWN::equals)) {
            return Status.DOWN;
        }
        return database && services.stream().allMatch(Status.UP::equals)
                ? Status.UP
                : Status.DEGRADED;
    }

    private Mono<Status> ask(URI health) {
        return http.get()
                .uri(health)
                .exchangeToMono(answer -> answer.bodyToMono(Answer.class))
                .map(SystemHealth::read)
                .timeout(PATIENCE)
                .onErrorReturn(Status.DOWN)
                .defaultIfEmpty(Status.DOWN);
    }

    /** A service that catches up with a feed, or is behind it, says so and serves what it has. */
    private static Status read(Answer answer) {
        return switch (answer.status()) {
            case "UP" -> Status.UP;
            case "CATCHING_UP", "BEHIND" -> Status.DEGRADED;
            default -> Status.DOWN;
        };
    }
}
