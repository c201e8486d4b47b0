package id.hadir.gateway.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.hadir.gateway.rate.RateSettings.Rate;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The buckets of all callers: each request takes a token, and tokens come back with time. */
@Component
class Rates {

    /** Whose guesses are counted, beside what the network asks otherwise. */
    private record Guesser(Network network) {}

    private final RateSettings settings;
    private final Cache<Object, Bucket> buckets;

    Rates(RateSettings settings) {
        this.settings = settings;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(settings.remembered())
                        .expireAfterAccess(untilAllAreFull(settings))
                        .build();
    }

    /** A full bucket need not be remembered. */
    private static Duration untilAllAreFull(RateSettings settings) {
        return Duration.ofSeconds(
                Stream.of(
                                settings.address(),
                                settings.account(),
                                settings.invitation(),
                                settings.ticket(),
                                settings.guesses())
                        .mapToLong(Rate::secondsToFill)
                        .max()
                        .orElseThrow());
    }

    Bucket of(Network network) {
        return buckets.get(network, _ -> bucket(settings.address()));
    }

    Bucket guesses(Network network) {
        return buckets.get(new Guesser(network), _ -> bucket(settings.guesses()));
    }

    Bucket of(Shown shown) {
        return buckets.get(shown, _ -> bucket(rate(shown.kind())));
    }

    @Nullable Bucket ifKnown(Shown shown) {
        return buckets.getIfPresent(shown);
    }

    private Rate rate(Shown.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> settings.account();
            case TICKET -> settings.ticket();
            case INVITATION -> settings.invitation();
        };
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(rate.atOnce())
                                        .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
