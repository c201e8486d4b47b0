package id.hadir.events.calendar;

import id.hadir.events.agency.Agencies;
import id.hadir.events.agency.Agency;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventFilter;
import id.hadir.events.event.EventQuery;
import id.hadir.events.region.Region;
import id.hadir.events.region.RegionQueries;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.SharedAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class CalendarApi {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final Duration LOOKING_BACK = Duration.ofDays(90);
    private static final Duration SHARED = Duration.ofSeconds(2);
    private static final int EVENTS_AT_MOST = 1000;

    private final EventCatalogue catalogue;
    private final EventCalendar calendar;
    private final RegionQueries regions;
    private final Agencies agencies;
    private final Clock clock;

    CalendarApi(
            EventCatalogue catalogue,
            EventCalendar calendar,
            RegionQueries regions,
            Agencies agencies,
            Clock clock) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.regions = regions;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/api/events/{id}/calendar.ics")
    Mono<ResponseEntity<String>> event(@PathVariable String id, Actor actor) {
        return catalogue
                .find(id, actor)
                .filter(event -> event.content().schedule().day() != null)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(event -> answer(actor, event.slug() + ".ics", calendar.file(event)));
    }

    /**
     * To subscribe to: what is public of a region, of an agency, of an agency within a region, or
     * of the whole country.
     */
    @GetMapping("/api/calendar.ics")
    Mono<ResponseEntity<String>> feed(
            @RequestParam @Nullable String regionCode, @RequestParam @Nullable String agencyId) {
        EventFilter filter =
                new EventQuery(null, null, regionCode, null, null, agencyId, null, null).filter();
        return name(filter)
                .zipWith(events(filter), calendar::feed)
                .map(text -> answer(Actor.ANYONE, "hadir.ics", text));
    }

    /** "Hadir: KPU Kota Tual, Maluku"; fails with 422 where there is no such agency or region. */
    private Mono<String> name(EventFilter filter) {
        Mono<String> agency =
                Mono.justOrEmpty(filter.agencyId())
                        .flatMap(id -> known("agencyId", "invalid-id", agencies.find(id)))
                        .map(Agency::name);
        Mono<String> region =
                Mono.justOrEmpty(filter.regionCode())
                        .flatMap(
                                code ->
                                        known(
                                                "regionCode",
                                                "invalid-region-code",
                                                regions.find(code)))
                        .map(Region::name);
        return Flux.concat(agency, region)
                .collectList()
                .map(names -> names.isEmpty() ? "Hadir" : "Hadir: " + String.join(", ", names));
    }

    private static <T> Mono<T> known(String field, String code, Mono<T> found) {
        return found.switchIfEmpty(Mono.error(() -> Problem.invalid(field, code)));
    }

    /** What is to come, and in the room that is left what was, the latest first. */
    private Mono<List<Event>> events(EventFilter filter) {
        Instant now = clock.instant();
        return Flux.concat(
                        list(filter.since(now)), list(filter.lately(now.minus(LOOKING_BACK), now)))
                .distinct(Event::id)
                .take(EVENTS_AT_MOST)
                .collectList();
    }

    private Flux<Event> list(EventFilter filter) {
        return catalogue
                .list(filter, Actor.ANYONE, PageRequest.first(EVENTS_AT_MOST))
                .flatMapIterable(Listing::items);
    }

    private static ResponseEntity<String> answer(Actor actor, String fileName, String text) {
        return ResponseEntity.ok()
                .cacheControl(SharedAnswer.to(actor, SHARED))
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(fileName).build().toString())
                .body(text);
    }
}
