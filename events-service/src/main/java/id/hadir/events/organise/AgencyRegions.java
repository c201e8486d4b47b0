package id.hadir.events.organise;

import id.hadir.events.agency.Agencies;
import id.hadir.events.agency.Agency;
import id.hadir.kit.id.PathId;
import id.hadir.kit.security.Actor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a form where its agency is, which proposes the zone while no venue does. */
@Component
class AgencyRegions {

    private final Agencies agencies;

    AgencyRegions(Agencies agencies) {
        this.agencies = agencies;
    }

    Mono<EventForm> into(EventForm form, Actor actor) {
        String chosen = form.text("agencyId");
        return Mono.justOrEmpty(PathId.parse(chosen.isEmpty() ? actor.agencyId() : chosen))
                .flatMap(agencies::find)
                .mapNotNull(Agency::regionCode)
                .map(form::inAgencyOf)
                .defaultIfEmpty(form);
    }
}
