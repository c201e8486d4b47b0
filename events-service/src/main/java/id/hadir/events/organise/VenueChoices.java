package id.hadir.events.organise;

import id.hadir.events.event.EventCatalogue;
import id.hadir.events.venue.KnownVenue;
import id.hadir.events.venue.VenueQueries;
import id.hadir.kit.security.Actor;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Venues of earlier events, offered and taken over in a form. */
@Component
class VenueChoices {

    private static final int OFFERED = 8;

    /** What the button without script asks for; with an event's id it takes that one's venue. */
    private static final String SEARCH = "tempat";

    private static final String TAKE = SEARCH + ":";

    private final EventCatalogue events;
    private final VenueQueries venues;

    VenueChoices(EventCatalogue events, VenueQueries venues) {
        this.events = events;
        this.venues = venues;
    }

    /** Those of which the name holds each of the words. */
    Mono<List<KnownVenue>> found(String words, Actor actor) {
        return venues.find(words, null, actor, OFFERED);
    }

    /**
     * @param more what the button asked for
     */
    Mono<List<KnownVenue>> asked(EventForm form, String more, Actor actor) {
        return more.equals(SEARCH) ? found(form.text("venue.name"), actor) : Mono.just(List.of());
    }

    /** The form with the venue that the button chose; as it was for any other button. */
    Mono<EventForm> taken(EventForm form, String more, Actor actor) {
        return more.startsWith(TAKE)
                ? events.find(more.substring(TAKE.length()), actor)
                        .map(event -> VenueChoice.fill(form, event.content().venue()))
                : Mono.just(form);
    }
}
