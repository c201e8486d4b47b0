package id.hadir.attendance.report;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.form.Place;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The attendance of one event, as far as the caller may see it: organisers and desks all of an
 * event of their own agency, officials of every event the units of their region.
 */
@Service
public class Attendance {

    private final EventQueries events;
    private final AttendanceQueries queries;
    private final Clock clock;

    Attendance(EventQueries events, AttendanceQueries queries, Clock clock) {
        this.events = events;
        this.queries = queries;
        this.clock = clock;
    }

    /** The numbers, and when they were so. */
    public record AsOf(Totals totals, Instant asOf) {}

    /**
     * Which units of an event are asked for; null is all.
     *
     * @param regionCode that region and all below it
     */
    public record Filter(
            @Nullable String kind, @Nullable String regionCode, @Nullable UnitState state) {}

    /** Fails with {@code not-found} or {@code forbidden}. */
    public Mono<Event> event(Actor actor, UUID eventId) {
        return events.find(eventId)
                .filter(Event::isPublic)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .filter(
                        event ->
                                actor.role() == Role.OFFICIAL
                                        || actor.mayServeDesk(event.agencyId()))
                .switchIfEmpty(Mono.error(Problem::forbidden));
    }

    public Mono<AsOf> totals(Actor actor, UUID eventId) {
        return event(actor, eventId).flatMap(event -> totals(event, Scope.of(actor, null, null)));
    }

    Mono<AsOf> totals(Event event, Scope scope) {
        Instant now = clock.instant();
        return queries.totals(event.id(), scope, now).map(totals -> new AsOf(totals, now));
    }

    public Mono<Listing<UnitAttendance>> units(
            Actor actor, UUID eventId, Filter filter, PageRequest page) {
        return event(actor, eventId)
                .flatMap(
                        event ->
                                queries.units(
                                                event.id(),
                                                scope(actor, filter),
                                                filter.state(),
                                                page,
                                                clock.instant())
                                        .collectList())
                .map(rows -> Listing.of(rows, page, AttendanceQueries::cursorOf));
    }

    Mono<Place> place(Actor actor, Event event, Filter filter, PageRequest page) {
        return queries.place(
                event.id(), scope(actor, filter), filter.state(), page, clock.instant());
    }

    /** All of them, streamed. */
    public Flux<UnitAttendance> allUnits(Actor actor, UUID eventId, Filter filter) {
        return event(actor, eventId)
                .flatMapMany(
                        event ->
                                queries.allUnits(
                                        event.id(),
                                        scope(actor, filter),
                                        filter.state(),
                                        clock.instant()));
    }

    /** By kecamatan, or by province. */
    public Mono<List<RegionAttendance>> regions(Actor actor, UUID eventId) {
        return event(actor, eventId)
                .flatMapMany(
                        event ->
                                queries.regions(
                                        event.id(), Scope.of(actor, null, null), clock.instant()))
                .collectList();
    }

    private static Scope scope(Actor actor, Filter filter) {
        return Scope.of(actor, filter.regionCode(), filter.kind());
    }
}
