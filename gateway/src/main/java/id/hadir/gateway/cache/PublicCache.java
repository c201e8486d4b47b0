package id.hadir.gateway.cache;

import id.hadir.gateway.cache.Answers.Turn;
import id.hadir.gateway.rush.Reason;
import id.hadir.gateway.rush.Refusals;
import id.hadir.gateway.rush.Room;
import id.hadir.kit.problem.ProblemHandler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A shared cache (RFC 9111) before sign-in and routes, for what nobody in particular asks for. The
 * services say what may be shared and for how long; a browser's wish for a newer answer is not
 * heard, since none is older than a second or two.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class PublicCache implements WebFilter {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);
    private static final int BACK_IN_SECONDS = 2;

    private final Answers answers;
    private final OwnChanges changes;
    private final CacheSettings settings;
    private final ProblemHandler problems;
    private final Refusals refusals;
    private final Room waiting;
    private final Counter fresh;
    private final Counter shared;
    private final Counter fetched;

    PublicCache(
            Answers answers,
            OwnChanges changes,
            CacheSettings settings,
            ProblemHandler problems,
            Refusals refusals,
            MeterRegistry meters) {
        this.answers = answers;
        this.changes = changes;
        this.settings = settings;
        this.problems = problems;
        this.refusals = refusals;
        this.waiting = new Room(settings.waiting());
        this.fresh = counter(meters, "fresh");
        this.shared = counter(meters, "shared");
        this.fetched = counter(meters, "fetched");
    }

    private static Counter counter(MeterRegistry meters, String answer) {
        return Counter.builder("hadir.gateway.cache")
                .description("Public requests: answered from memory, with others, or by a service")
                .tag("answer", answer)
                .register(meters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!SAFE.contains(exchange.getRequest().getMethod())) {
            changes.watch(exchange);
            return chain.filter(exchange);
        }
        PublicRequest asked = PublicRequest.of(exchange);
        if (asked == null) {
            return chain.filter(exchange);
        }
        long change = changes.last(exchange);
        Answer known = answers.find(asked, change);
        if (known != null) {
            fresh.increment();
            return known.sendTo(exchange);
        }
        Turn turn = join(asked, change, exchange, chain);
        return turn.isOwn()
                ? send(turn.answer(), exchange, chain)
                : waiting.enter(
                        () -> share(turn, asked, change, exchange, chain), () -> refuse(exchange));
    }

    private Turn join(
            PublicRequest asked, long change, ServerWebExchange exchange, WebFilterChain chain) {
        return answers.join(asked, change, startedAt -> fetch(asked, startedAt, exchange, chain));
    }

    /** A failure is tried once more, by one for all again, before it is everybody's. */
    private Mono<Void> share(
            Turn turn,
            PublicRequest asked,
            long change,
            ServerWebExchange exchange,
            WebFilterChain chain) {
        shared.increment();
        Mono<Answer> answer =
                turn.answer()
                        .onErrorComplete()
                        .flatMap(
                                found ->
                                        found.isFailure()
                                                ? join(asked, change, exchange, chain).answer()
                                                : Mono.just(found))
                        .filter(found -> found.isForEverybody() || found.isFailure())
                        .timeout(settings.patience());
        return send(answer, exchange, chain)
                .onErrorResume(TimeoutException.class, _ -> refuse(exchange));
    }

    /** Who finds nothing that may be shared goes alone. */
    private static Mono<Void> send(
            Mono<Answer> answer, ServerWebExchange exchange, WebFilterChain chain) {
        return answer.map(found -> found.sendTo(exchange))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(Function.identity());
    }

    /** Empty when the answer is too large to be kept. */
    private Mono<Answer> fetch(
            PublicRequest asked, long startedAt, ServerWebExchange first, WebFilterChain chain) {
        fetched.increment();
        Fetch fetch = new Fetch(first, asked, (int) settings.largest().toBytes());
        return chain.filter(fetch)
                .onErrorResume(
                        failure -> !(failure instanceof DataBufferLimitException),
                        failure -> problems.handle(fetch, failure))
                .then(
                        Mono.fromSupplier(
                                () ->
                                        Answer.of(
                                                fetch.recorded(),
                                                asked,
                                                startedAt,
                                                settings.longest())))
                .onErrorResume(DataBufferLimitException.class, _ -> Mono.empty())
                .doOnTerminate(() -> tellRoute(fetch, first));
    }

    /** For the meters of the request that went. */
    private static void tellRoute(Fetch fetch, ServerWebExchange first) {
        Object route = fetch.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (route != null) {
            first.getAttributes().put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, route);
        }
    }

    private Mono<Void> refuse(ServerWebExchange exchange) {
        return refusals.refuse(exchange, Reason.READERS_WAITING, BACK_IN_SECONDS);
    }
}
