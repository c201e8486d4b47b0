package id.hadir.events.organise;

import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** Venues found again while their name is typed: parts of the page, for htmx. */
@Controller
class VenuePages {

    private final VenueChoices venues;
    private final RegionChoices regions;

    VenuePages(VenueChoices venues, RegionChoices regions) {
        this.venues = venues;
        this.regions = regions;
    }

    @GetMapping("/panitia/tempat")
    Mono<Page> found(
            @RequestParam(name = "venue.name", defaultValue = "") String name, Actor actor) {
        return venues.found(name, actor)
                .map(found -> Page.fragment("organise/venues", Map.of("found", found)));
    }

    /** The fields of a form, filled with the venue of that event. */
    @GetMapping("/panitia/tempat/{id}")
    Mono<Page> filled(@PathVariable String id, Actor actor) {
        return venues.taken(new EventForm(Map.of()), "tempat:" + id, actor)
                .flatMap(
                        form ->
                                regions.of(EventForm.REGION, form.text(EventForm.REGION))
                                        .map(region -> filled(form, region)))
                .map(venue -> Page.fragment("organise/venue", Map.of("venue", venue)));
    }

    private static VenueChoice filled(EventForm form, RegionChoice region) {
        return new VenueChoice(new FormState(form.values(), List.of()), region, List.of());
    }
}
