package id.hadir.events.calendar;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventFilter;
import id.hadir.events.region.Region;
import id.hadir.events.region.RegionCode;
import id.hadir.events.region.RegionQueries;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.SharedAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CalendarApi {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final Duration LOOKING_BACK = Duration.ofDays(90);
    private static final Duration SHARED = Duration.ofSeconds(2);
    private static final int EVENTS_AT_MOST = 1000;

    private final EventCatalogue catalogue;
    private final RegionQueries regions;
    private final Clock clock;
    private final String site;

    CalendarApi(
            EventCatalogue catalogue,
            RegionQueries regions,
            Clock clock,
            @Value("${hadir.public-url}") String site) {
        this.site = site;
        this.catalogue = catalogue;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/api/events/{id}/calendar.ics")
    Mono<ResponseEntity<String>> event(@PathVariable String id, Actor actor) {
        return catalogue
                .find(id, actor)
                .filter(event -> event.content().schedule().day() != null)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(
                        event ->
                                answer(
                                        actor,
                                        event.slug() + ".ics",
                                        EventCalendar.of(
                                                site, event.content().title(), List.of(event))));
    }

    /** To subscribe to: what is public in a region, or in the whole country. */
    @GetMapping("/api/calendar.ics")
    Mono<ResponseEntity<String>> region(@RequestParam @Nullable String regionCode) {
        FieldErrors errors = new FieldErrors();
        String code = RegionCode.parse("regionCode", regionCode, errors);
        errors.throwIfAny();
        return name(code)
                .zipWith(events(code), (name, events) -> EventCalendar.of(site, name, events))
                .map(calendar -> answer(Actor.ANYONE, "hadir.ics", calendar));
    }

    private Mono<String> name(@Nullable String code) {
        return code == null
                ? Mono.just("Hadir")
                : regions.find(code)
                        .map(Region::name)
                        .map("Hadir: "::concat)
                        .switchIfEmpty(
                                Mono.error(
                                        () ->
                                                Problem.invalid(
                                                        "regionCode", "invalid-region-code")));
    }

    private Mono<List<Event>> events(@Nullable String code) {
        EventFilter filter =
                new EventFilter(
                        clock.instant().minus(LOOKING_BACK),
                        null,
                        code,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        false);
        return catalogue
                .list(filter, Actor.ANYONE, PageRequest.first(EVENTS_AT_MOST))
                .map(listing -> listing.items());
    }

    private static ResponseEntity<String> answer(Actor actor, String fileName, String calendar) {
        return ResponseEntity.ok()
                .cacheControl(SharedAnswer.to(actor, SHARED))
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(fileName).build().toString())
                .body(calendar);
    }
}
