package id.hadir.events.venue;

import id.hadir.events.region.RegionCode;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class VenueApi {

    private static final int AT_MOST = 50;

    private final VenueQueries venues;

    VenueApi(VenueQueries venues) {
        this.venues = venues;
    }

    /** One page only: who does not find a venue among so many types another word. */
    @GetMapping("/api/venues")
    Mono<Listing<KnownVenue>> find(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String regionCode,
            Actor actor) {
        FieldErrors errors = new FieldErrors();
        String text = errors.optionalText("q", q, 200);
        String region = RegionCode.parse("regionCode", regionCode, errors);
        errors.throwIfAny();
        return venues.find(Objects.requireNonNullElse(text, ""), region, actor, AT_MOST)
                .map(found -> new Listing<>(found, null));
    }
}
