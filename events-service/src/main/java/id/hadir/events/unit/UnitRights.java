package id.hadir.events.unit;

import id.hadir.events.agency.Agencies;
import id.hadir.kit.id.PathId;
import id.hadir.kit.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which units somebody may change: admins all, organisers those in the region of their agency. */
@Component
class UnitRights {

    private final Agencies agencies;

    UnitRights(Agencies agencies) {
        this.agencies = agencies;
    }

    /** The regions whose units may be changed. */
    interface Reach {

        /**
         * @param place a unit's region; null for one of the whole country
         */
        boolean holds(@Nullable String place);
    }

    Mono<Reach> of(Actor actor) {
        if (actor.isAdmin()) {
            return Mono.just(_ -> true);
        }
        return Mono.justOrEmpty(PathId.parse(actor.agencyId()))
                .flatMap(agencies::find)
                .map(agency -> within(agency.regionCode()))
                .defaultIfEmpty(_ -> false);
    }

    private static Reach within(@Nullable String own) {
        return place ->
                own == null || place != null && (place.equals(own) || place.startsWith(own + "."));
    }
}
