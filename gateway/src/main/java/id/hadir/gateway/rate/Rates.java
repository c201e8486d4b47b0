package id.hadir.gateway.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import id.hadir.gateway.rate.RateSettings.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The quotas of all callers: of each address, and of whatever this gateway saw proven. */
@Component
class Rates {

    /** A day at an event, and the evening before it. */
    private static final Duration PROVEN_FOR = Duration.ofHours(24);

    /** Whose guesses are counted, beside what the network asks otherwise. */
    private record Guesser(Network network) {}

    private final RateSettings settings;
    private final Cache<Object, Quota> networks;
    private final Cache<Shown, Quota> proven;

    @Autowired
    Rates(RateSettings settings) {
        this(settings, Ticker.systemTicker());
    }

    Rates(RateSettings settings, Ticker clock) {
        this.settings = settings;
        this.networks = cache(untilFull(settings), clock);
        this.proven = cache(PROVEN_FOR, clock);
    }

    private <K> Cache<K, Quota> cache(Duration afterAccess, Ticker clock) {
        return Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterAccess(afterAccess)
                .ticker(clock)
                .build();
    }

    /** An address that has everything again need not be remembered. */
    private static Duration untilFull(RateSettings settings) {
        long seconds =
                Math.max(settings.address().secondsToFill(), settings.guesses().secondsToFill());
        return Duration.ofSeconds(seconds);
    }

    Quota of(Network network) {
        return networks.get(network, _ -> new Quota(settings.address()));
    }

    Quota guesses(Network network) {
        return networks.get(new Guesser(network), _ -> new Quota(settings.guesses()));
    }

    @Nullable Quota ofProven(Shown shown) {
        return proven.getIfPresent(shown);
    }

    void prove(Shown shown) {
        proven.asMap().putIfAbsent(shown, new Quota(rate(shown.kind())));
    }

    private Rate rate(Shown.Kind kind) {
        return switch (kind) {
            case TOKEN, SESSION -> settings.account();
            case TICKET -> settings.ticket();
        };
    }
}
