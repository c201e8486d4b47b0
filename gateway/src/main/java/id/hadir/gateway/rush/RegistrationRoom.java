package id.hadir.gateway.rush;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets only so many registrations pass at once and sends the others back at once. Nothing else is
 * counted: check-in, tickets and pages keep their own room however many register.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RegistrationRoom implements WebFilter {

    /** Whoever comes again comes at another moment than the others. */
    private static final int LONGEST_WAIT_SECONDS = 5;

    private static final PathPattern BY_PROGRAM = pattern("/api/events/*/registrations");
    private static final PathPattern BY_FORM = pattern("/kegiatan/*/daftar");

    private final Room room;
    private final RushSettings settings;
    private final Refusals refusals;

    RegistrationRoom(RushSettings settings, Refusals refusals, MeterRegistry meters) {
        this.room = new Room(settings.registrations());
        this.settings = settings;
        this.refusals = refusals;
        Gauge.builder("hadir.gateway.registrations", room, Room::taken)
                .description("Registrations on their way to the service")
                .register(meters);
        Gauge.builder("hadir.gateway.registrations.limit", room, Room::places)
                .description("How many may be")
                .register(meters);
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isRegistration(exchange)
                ? room.enter(() -> chain.filter(prompt(exchange)), () -> refuse(exchange))
                : chain.filter(exchange);
    }

    /** Whoever sends the head and nothing more keeps the place from nobody for long. */
    private ServerWebExchange prompt(ServerWebExchange exchange) {
        ServerHttpRequest request = new PromptRequest(exchange.getRequest(), settings.body());
        return exchange.mutate().request(request).build();
    }

    private Mono<Void> refuse(ServerWebExchange exchange) {
        int seconds = ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT_SECONDS + 1);
        return refusals.refuse(exchange, Reason.REGISTRATIONS_FULL, seconds);
    }

    private static boolean isRegistration(ServerWebExchange exchange) {
        if (!HttpMethod.POST.equals(exchange.getRequest().getMethod())) {
            return false;
        }
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        return BY_PROGRAM.matches(path) || BY_FORM.matches(path);
    }
}
