package id.hadir.events.event;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.events.agency.Agencies;
import id.hadir.events.agency.Agency;
import id.hadir.events.region.Region;
import id.hadir.events.region.RegionQueries;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What organisers do with their agency's events; an admin may do it with all. */
@Service
public class EventPlanning {

    private final EventChanges changes;
    private final FollowingChanges following;
    private final Agencies agencies;
    private final RegionQueries regions;
    private final Clock clock;

    EventPlanning(
            EventChanges changes,
            FollowingChanges following,
            Agencies agencies,
            RegionQueries regions,
            Clock clock) {
        this.changes = changes;
        this.following = following;
        this.agencies = agencies;
        this.regions = regions;
        this.clock = clock;
    }

    /** A request that has passed every check. */
    private record Checked(Agency agency, EventContent content) {}

    /**
     * Makes a draft. An organiser who names no agency means the own one.
     *
     * @param errors those found while reading; fails with 422 when there are any in the end, with
     *     403 for another's agency
     */
    public Mono<Event> create(Actor actor, EventRequest request, FieldErrors errors) {
        return check(actor, request, errors).flatMap(this::draft).flatMap(changes::add);
    }

    /**
     * Changes what the event says.
     *
     * @param request what it shall say, made of the event as it is
     * @return fails with 412 for another version, 409 {@code event-ended}, {@code event-cancelled}
     */
    public Mono<Event> edit(
            Actor actor,
            UUID id,
            IfMatch version,
            Function<Event, EventRequest> request,
            FieldErrors errors) {
        return changes.change(actor, id, version, event -> edited(actor, event, request, errors));
    }

    /**
     * As {@link #edit}, and lays what changed over those that follow; inside a transaction, after
     * which {@link EventChanges#settled} is called with the last.
     */
    public Mono<List<EventChanges.Made>> editWithin(
            Actor actor,
            UUID id,
            IfMatch version,
            Following others,
            Function<Event, EventRequest> request,
            FieldErrors errors) {
        return following.change(
                actor,
                id,
                version,
                others,
                event -> edited(actor, event, request, errors),
                following.edit());
    }

    private Mono<Event.Outcome> edited(
            Actor actor, Event event, Function<Event, EventRequest> request, FieldErrors errors) {
        return check(actor, request.apply(event), errors)
                .map(to -> event.edit(to.agency, to.content, clock.instant()));
    }

    /** Fails with 409 {@code incomplete}; a published event stays as it is. */
    public Mono<Event> publish(Actor actor, UUID id, IfMatch version) {
        return changes.change(
                actor, id, version, event -> Mono.just(event.publish(clock.instant())));
    }

    /**
     * Moves the event in time, and in place when a venue is given; the earlier schedule stays
     * known.
     */
    public Mono<Event> reschedule(
            Actor actor, UUID id, IfMatch version, RescheduleRequest request, FieldErrors errors) {
        return changes.change(actor, id, version, event -> moved(event, request, errors));
    }

    /** As {@link #reschedule}, and moves those that follow by as much; see {@link #editWithin}. */
    public Mono<List<EventChanges.Made>> rescheduleWithin(
            Actor actor,
            UUID id,
            IfMatch version,
            Following others,
            RescheduleRequest request,
            FieldErrors errors) {
        return following.change(
                actor,
                id,
                version,
                others,
                event -> moved(event, request, errors),
                following.reschedule(Objects.requireNonNullElse(request.reason(), "").strip()));
    }

    private Mono<Event.Outcome> moved(Event event, RescheduleRequest request, FieldErrors errors) {
        return regionIsUnknown(request.venue())
                .map(isUnknown -> request.check(event.content(), isUnknown, errors))
                .map(
                        move ->
                                event.reschedule(
                                        move.schedule(),
                                        move.venue(),
                                        move.reason(),
                                        clock.instant()));
    }

    public Mono<Event> cancel(
            Actor actor, UUID id, IfMatch version, @Nullable String reason, FieldErrors errors) {
        String checked = errors.requiredText("reason", reason, 1000);
        errors.throwIfAny();
        return changes.change(
                actor, id, version, event -> Mono.just(event.cancel(checked, clock.instant())));
    }

    private Mono<Checked> check(Actor actor, EventRequest request, FieldErrors errors) {
        return Mono.zip(
                agency(actor, request.agencyId(), errors),
                regionIsUnknown(request.venue()),
                (agency, regionIsUnknown) ->
                        checked(request, agency.orElse(null), regionIsUnknown, errors));
    }

    private static Checked checked(
            EventRequest request,
            @Nullable Agency agency,
            boolean regionIsUnknown,
            FieldErrors errors) {
        String agencyRegion = agency == null ? null : agency.regionCode();
        EventContent content = EventCheck.content(request, agencyRegion, errors);
        if (regionIsUnknown) {
            errors.add("venue.regionCode", "invalid-region-code");
        }
        errors.throwIfAny();
        if (agency == null || content == null) {
            throw new IllegalStateException("an error that nobody told");
        }
        return new Checked(agency, content);
    }

    /** Empty when none was found and an error was added. */
    private Mono<Optional<Agency>> agency(Actor actor, @Nullable String typed, FieldErrors errors) {
        String given = typed == null || typed.isBlank() ? actor.agencyId() : typed;
        Optional<UUID> id = PathId.parse(given);
        if (id.isEmpty()) {
            errors.add("agencyId", given == null ? "required" : "invalid-id");
            return Mono.just(Optional.empty());
        }
        if (!actor.mayOrganise(id.get().toString())) {
            return Mono.error(Problem.forbidden());
        }
        return agencies.find(id.get())
                .map(Optional::of)
                .switchIfEmpty(
                        Mono.fromSupplier(
                                () -> {
                                    errors.add("agencyId", "invalid-id");
                                    return Optional.empty();
                                }));
    }

    private Mono<Boolean> regionIsUnknown(EventRequest.@Nullable VenueRequest venue) {
        return regions.isUnknown(venue == null ? null : venue.regionCode());
    }

    /**
     * Makes a draft of what other features have put together of an event, inside a transaction,
     * after which {@link EventChanges#settled} is called.
     */
    public Mono<EventChanges.Made> draftWithin(Agency agency, EventContent content) {
        return draft(new Checked(agency, content)).flatMap(changes::addWithin);
    }

    private Mono<Event> draft(Checked checked) {
        Schedule schedule = checked.content.schedule();
        return regencyName(checked)
                .map(name -> Slug.of(checked.content.title(), name, schedule.day()))
                .map(
                        slug ->
                                Event.draft(
                                        UuidCreator.getTimeOrderedEpoch(),
                                        slug,
                                        checked.agency,
                                        checked.content,
                                        clock.instant()));
    }

    /** The name of the regency, city or province where it is, empty for the whole country. */
    private Mono<String> regencyName(Checked checked) {
        Venue venue = checked.content.venue();
        String code =
                venue != null && venue.regionCode() != null
                        ? venue.regionCode()
                        : checked.agency.regionCode();
        return code == null
                ? Mono.just("")
                : regions.find(code.substring(0, Math.min(5, code.length())))
                        .map(Region::name)
                        .defaultIfEmpty("");
    }
}
