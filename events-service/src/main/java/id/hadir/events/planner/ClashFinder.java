package id.hadir.events.planner;

import id.hadir.events.agency.Agencies;
import id.hadir.events.event.Clash;
import id.hadir.events.event.ClashProbe;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventRequest;
import id.hadir.events.invitation.Audience;
import id.hadir.events.invitation.BusyUnits;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Clashes of an event that is still being written. */
@Service
public class ClashFinder {

    private final EventCatalogue events;
    private final Agencies agencies;
    private final BusyUnits busy;

    ClashFinder(EventCatalogue events, Agencies agencies, BusyUnits busy) {
        this.events = events;
        this.agencies = agencies;
        this.busy = busy;
    }

    /** Fails with 422 when time, place or audience are wrong. */
    public Mono<List<Clash>> ofNew(
            Actor actor, EventRequest request, List<Audience> audience, FieldErrors errors) {
        return agencyRegion(actor)
                .flatMap(
                        region ->
                                of(
                                        ClashProbe.of(null, request, region.orElse(null), errors),
                                        audience,
                                        actor,
                                        errors));
    }

    /** As {@link #ofNew}, of a stored event as the request would make it. */
    public Mono<List<Clash>> of(
            Event event,
            Actor actor,
            EventRequest request,
            List<Audience> audience,
            FieldErrors errors) {
        String region = event.agency().regionCode();
        return of(ClashProbe.of(event.id(), request, region, errors), audience, actor, errors);
    }

    private Mono<List<Clash>> of(
            @Nullable ClashProbe probe, List<Audience> audience, Actor actor, FieldErrors errors) {
        return busy.check(audience, errors)
                .then(Mono.defer(() -> of(Objects.requireNonNull(probe), audience, actor)));
    }

    private Mono<List<Clash>> of(ClashProbe probe, List<Audience> audience, Actor actor) {
        return audience.isEmpty()
                ? events.clashes(probe, actor)
                : Mono.zip(
                        busy.clashes(probe, audience, actor),
                        events.clashes(probe, actor),
                        ClashFinder::withUnits);
    }

    /** The units' clashes are those of the audience, which count the roster in. */
    private static List<Clash> withUnits(List<Clash> units, List<Clash> others) {
        return Stream.concat(
                        others.stream().filter(clash -> clash.kind() != Clash.Kind.UNIT),
                        units.stream())
                .toList();
    }

    /** It proposes the time zone while nothing else does. */
    private Mono<Optional<String>> agencyRegion(Actor actor) {
        return Mono.justOrEmpty(PathId.parse(actor.agencyId()))
                .flatMap(agencies::find)
                .map(agency -> Optional.ofNullable(agency.regionCode()))
                .defaultIfEmpty(Optional.empty());
    }
}
