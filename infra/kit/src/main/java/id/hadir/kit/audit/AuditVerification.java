package id.hadir.kit.audit;

import id.hadir.kit.audit.SealQueries.Sealed;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks along the whole chain, up to its first gap. */
class AuditVerification {

    private static final int SEALS_AT_ONCE = 100;

    private final SealQueries queries;
    private final AuditQueries entries;

    AuditVerification(SealQueries queries, AuditQueries entries) {
        this.queries = queries;
        this.entries = entries;
    }

    /**
     * @param last the last seal that holds
     */
    private record Walk(Seal last, long entries, @Nullable Gap gap, boolean isAtEnd) {

        static final Walk BEGIN = new Walk(Seal.NONE, 0, null, false);

        Walk past(Sealed next) {
            if (gap != null) {
                return this;
            }
            Gap found = AuditChain.gap(last, next.seal(), next.entries());
            return found == null
                    ? new Walk(next.seal(), entries + next.entries().size(), null, false)
                    : new Walk(last, entries, found, true);
        }

        Walk ended() {
            return new Walk(last, entries, gap, true);
        }
    }

    Mono<Verification> verify() {
        return walk(Walk.BEGIN)
                .flatMap(
                        walk ->
                                Mono.zip(
                                        queries.unsealed(walk.last()),
                                        entries.mayChange(),
                                        (unsealed, mayChange) ->
                                                new Verification(
                                                        walk.last().no(),
                                                        walk.entries(),
                                                        walk.gap() == null ? unsealed : 0,
                                                        Verification.Head.of(walk.last()),
                                                        walk.gap(),
                                                        !mayChange)));
    }

    private Mono<Walk> walk(Walk begin) {
        return Flux.just(begin)
                .expand(walk -> walk.isAtEnd() ? Flux.empty() : stretch(walk).flux())
                .last();
    }

    private Mono<Walk> stretch(Walk walk) {
        return queries.after(walk.last(), SEALS_AT_ONCE)
                .reduce(walk, Walk::past)
                .map(
                        further ->
                                further.last().no() == walk.last().no()
                                        ? further.ended()
                                        : further);
    }
}
