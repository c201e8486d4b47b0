package id.hadir.events.invitation;

import id.hadir.events.event.Clash;
import id.hadir.events.event.ClashProbe;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says which units of an audience are invited elsewhere at the time of an event. */
@Service
public class BusyUnits {

    private final AudienceCheck check;
    private final BusyQueries queries;

    BusyUnits(AudienceCheck check, BusyQueries queries) {
        this.check = check;
        this.queries = queries;
    }

    /** Fails with 422 when the audience names what does not exist, or when there were errors. */
    public Mono<List<Audience>> check(List<Audience> audience, FieldErrors errors) {
        return check.existence(audience, errors);
    }

    /** By the events that want them, with those on the event's roster. */
    public Mono<List<Clash>> clashes(ClashProbe probe, List<Audience> audience, Actor actor) {
        return probe.isTimed() ? queries.clashes(probe, audience, actor) : Mono.just(List.of());
    }

    /** How many of the audience are busy; nobody while the event has no day. */
    Mono<BusyCount> count(ClashProbe probe, List<Audience> audience) {
        return probe.isTimed() ? queries.count(probe, audience) : Mono.just(BusyCount.NONE);
    }
}
