package id.hadir.events.invitation;

import id.hadir.events.event.ClashProbe;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Who is invited to the events of the actor's own agency, and who would be. */
@Service
public class Invitations {

    /** A sending that tells nothing for so long has died. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final EventCatalogue catalogue;
    private final InvitationQueries queries;
    private final WaveStore waves;
    private final ProgressStore progress;
    private final AudienceQueries audiences;
    private final AudienceCheck check;
    private final BusyUnits busy;
    private final Clock clock;

    Invitations(
            EventCatalogue catalogue,
            InvitationQueries queries,
            WaveStore waves,
            ProgressStore progress,
            AudienceQueries audiences,
            AudienceCheck check,
            BusyUnits busy,
            Clock clock) {
        this.catalogue = catalogue;
        this.queries = queries;
        this.waves = waves;
        this.progress = progress;
        this.audiences = audiences;
        this.check = check;
        this.busy = busy;
        this.clock = clock;
    }

    /** What an audience would reach, before it is sent. */
    public Mono<AudiencePreview> preview(
            Actor actor, String idOrSlug, List<Audience> audience, FieldErrors errors) {
        return catalogue
                .findOwn(idOrSlug, actor)
                .flatMap(
                        event ->
                                check.existence(audience, errors)
                                        .flatMap(checked -> preview(event, checked)));
    }

    private Mono<AudiencePreview> preview(Event event, List<Audience> audience) {
        return Mono.zip(
                audiences.count(event.id(), audience),
                busy.count(ClashProbe.of(event), audience),
                AudiencePreview::busy);
    }

    /** How far a large sending is; empty when none is under way. */
    public Mono<Progress> progress(Actor actor, String idOrSlug) {
        return catalogue
                .findOwn(idOrSlug, actor)
                .flatMap(event -> progress.read(event.id(), clock.instant().minus(FORGOTTEN)));
    }

    public Mono<Listing<Wave>> waves(Actor actor, String idOrSlug, PageRequest page) {
        return catalogue.findOwn(idOrSlug, actor).flatMap(event -> waves.list(event.id(), page));
    }

    public Mono<Listing<Invitation>> list(Actor actor, String idOrSlug, PageRequest page) {
        return catalogue.findOwn(idOrSlug, actor).flatMap(event -> queries.list(event, page));
    }

    /** Of one unit; fails with 404 when it is not on the roster. */
    public Mono<Invitation> find(Actor actor, String idOrSlug, UUID unitId) {
        return catalogue
                .findOwn(idOrSlug, actor)
                .flatMap(event -> queries.find(event, unitId))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** How many units and seats are on the roster. */
    public Mono<Roster> roster(Actor actor, String idOrSlug) {
        return catalogue
                .findOwn(idOrSlug, actor)
                .flatMap(event -> queries.roster(event.id(), InvitationStore.Changes.NONE));
    }
}
