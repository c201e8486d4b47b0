package id.hadir.events.browse;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.region.Region;
import id.hadir.events.region.RegionQueries;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** The agenda: what takes place, week by week. */
@Controller
class AgendaPages {

    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final EventCatalogue events;
    private final ShownEvents views;
    private final RegionQueries regions;
    private final PrivacySettings privacy;
    private final Clock clock;

    AgendaPages(
            EventCatalogue events,
            ShownEvents views,
            RegionQueries regions,
            PrivacySettings privacy,
            Clock clock) {
        this.events = events;
        this.views = views;
        this.regions = regions;
        this.privacy = privacy;
        this.clock = clock;
    }

    @GetMapping("/")
    Mono<Page> agenda(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String wilayah,
            @RequestParam @Nullable String jenis,
            @RequestParam @Nullable String lewat,
            PageRequest page,
            Actor actor,
            Words words) {
        AgendaQuery query = AgendaQuery.of(q, wilayah, jenis, lewat != null);
        return events.list(query.filter(clock.instant()), actor, page)
                .flatMap(found -> view(query, found))
                .map(
                        view ->
                                Page.of(
                                                "browse/agenda",
                                                words.get("agenda.title"),
                                                Map.of("view", view))
                                        .description(words.get("agenda.description"))
                                        .cacheFor(KEPT));
    }

    private Mono<AgendaView> view(AgendaQuery query, Listing<Event> found) {
        return Mono.zip(views.of(found.items()), below(null), regenciesOf(query.province()))
                .map(
                        parts ->
                                new AgendaView(
                                        query,
                                        parts.getT2(),
                                        parts.getT3(),
                                        Week.group(parts.getT1()),
                                        found.items().size(),
                                        found.next(),
                                        LocalDate.ofInstant(clock.instant(), CAPITAL)));
    }

    private Mono<List<Region>> regenciesOf(@Nullable String province) {
        return province == null ? Mono.just(List.of()) : below(province);
    }

    /** The provinces when no region is given. */
    private Mono<List<Region>> below(@Nullable String region) {
        return regions.below(region, PageRequest.first(PageRequest.MOST)).map(Listing::items);
    }

    @GetMapping("/privasi")
    Mono<Page> privacy(Words words) {
        return Mono.just(
                Page.of("browse/privacy", words.get("privacy.title"), Map.of("privacy", privacy))
                        .cacheFor(Duration.ofHours(1)));
    }
}
