package id.hadir.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was answered, and what is being asked: of many who ask for the same, one goes. */
@Component
class Answers {

    /**
     * The answer of one request, for all who wait for it.
     *
     * @param isOwn whether the caller is the one who goes
     */
    record Turn(Mono<Answer> answer, boolean isOwn) {}

    private final Cache<PublicRequest, Answer> kept;
    private final ConcurrentMap<PublicRequest, Errand> underWay = new ConcurrentHashMap<>();
    private final Duration patience;

    Answers(CacheSettings settings) {
        this.patience = settings.patience();
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(settings.memory().toBytes())
                        .weigher((PublicRequest _, Answer answer) -> answer.weight())
                        .expireAfterWrite(settings.longest())
                        .build();
    }

    /** Fresh for whoever changed something last at that moment. */
    @Nullable Answer find(PublicRequest asked, long change) {
        Answer answer = kept.getIfPresent(asked);
        return answer != null && answer.isFreshAfter(change, System.nanoTime()) ? answer : null;
    }

    /**
     * Joins whoever is on the way, if they left after the caller's last change; else the caller
     * goes. Nobody who leaves stops the errand for the others.
     */
    Turn join(PublicRequest asked, long change, LongFunction<Mono<Answer>> fetch) {
        Errand own = new Errand(asked, fetch);
        Errand taken =
                underWay.compute(
                        asked,
                        (_, present) ->
                                present != null && present.serves(change, own.startedAt)
                                        ? present
                                        : own);
        return new Turn(taken.answer, taken == own);
    }

    private final class Errand {

        private final long startedAt = System.nanoTime();
        private final Mono<Answer> answer;

        Errand(PublicRequest asked, LongFunction<Mono<Answer>> fetch) {
            this.answer =
                    Mono.defer(() -> fetch.apply(startedAt))
                            .doOnNext(found -> keep(asked, found))
                            .doOnTerminate(() -> underWay.remove(asked, this))
                            .cache();
        }

        private boolean serves(long change, long now) {
            return startedAt - change > 0 && now - startedAt < patience.toNanos();
        }
    }

    private void keep(PublicRequest asked, Answer answer) {
        if (answer.isForEverybody()) {
            kept.asMap().merge(asked, answer, Answer::orLater);
        }
    }
}
