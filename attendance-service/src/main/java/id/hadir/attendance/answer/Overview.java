package id.hadir.attendance.answer;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who answered and who did not, for the organisers of the event. */
@Service
class Overview {

    private final EventQueries events;
    private final OverviewQueries queries;

    Overview(EventQueries events, OverviewQueries queries) {
        this.events = events;
        this.queries = queries;
    }

    record Answered(AnswerTotals totals, Listing<OfficeAnswer> offices) {}

    /** Fails with 404, or with 403 for another agency's. */
    Mono<Event> event(Actor actor, UUID eventId) {
        return own(actor, events.find(eventId));
    }

    Mono<Event> event(Actor actor, String slug) {
        return own(actor, events.findBySlug(slug));
    }

    private static Mono<Event> own(Actor actor, Mono<Event> found) {
        return found.filter(event -> event.isPublic() || actor.mayOrganise(event.agencyId()))
                .switchIfEmpty(Mono.error(Problem::notFound))
                .filter(event -> actor.mayOrganise(event.agencyId()))
                .switchIfEmpty(Mono.error(Problem::forbidden));
    }

    Mono<Answered> of(Event event, String state, PageRequest page) {
        return Mono.zip(
                queries.totals(event.id()),
                queries.page(event.id(), state, page)
                        .collectList()
                        .map(rows -> Listing.of(rows, page, OverviewQueries::cursorOf)),
                Answered::new);
    }

    Flux<OfficeAnswer> all(UUID eventId, String state) {
        return queries.all(eventId, state);
    }

    /**
     * @return a state's code, {@code late}, or empty for all
     */
    static String state(@Nullable String asked) {
        String state = asked == null ? OverviewQueries.ALL : asked.strip();
        if (state.isEmpty()
                || state.equals(OverviewQueries.LATE)
                || AnswerState.ofCode(state).isPresent()) {
            return state;
        }
        throw Problem.invalid("state", "invalid-choice");
    }
}
