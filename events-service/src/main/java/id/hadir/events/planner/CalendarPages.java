package id.hadir.events.planner;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.PlannedEvent;
import id.hadir.events.event.TimeZones;
import id.hadir.events.region.Region;
import id.hadir.events.region.RegionCode;
import id.hadir.events.region.RegionQueries;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** A month or a week of a region. A mangled address asks for this month; it never fails. */
@Controller
class CalendarPages {

    private static final Duration KEPT = Duration.ofSeconds(15);

    private final EventCatalogue events;
    private final ShownEvents shown;
    private final RegionQueries regions;
    private final Clock clock;

    CalendarPages(EventCatalogue events, ShownEvents shown, RegionQueries regions, Clock clock) {
        this.events = events;
        this.shown = shown;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/kalender")
    Mono<Page> calendar(
            @RequestParam @Nullable String wilayah,
            @RequestParam @Nullable String bulan,
            @RequestParam @Nullable String minggu,
            Actor actor,
            Words words) {
        CalendarSpan span = span(wilayah, bulan, minggu);
        String region = span.region().isEmpty() ? null : span.region();
        return events.calendar(span.begins(), span.ends(), region, actor)
                .flatMap(planned -> view(span, planned))
                .map(
                        view ->
                                Page.of(
                                                "planner/calendar",
                                                words.get("calendar.title"),
                                                Map.of("view", view))
                                        .wide()
                                        .asset("events/calendar.css")
                                        .cacheFor(KEPT));
    }

    private CalendarSpan span(
            @Nullable String wilayah, @Nullable String bulan, @Nullable String minggu) {
        String region =
                Objects.requireNonNullElse(
                        RegionCode.parse("wilayah", wilayah, new FieldErrors()), "");
        return CalendarSpan.parseDay(minggu)
                .map(day -> CalendarSpan.week(region, day))
                .orElseGet(
                        () ->
                                CalendarSpan.month(
                                        region, CalendarSpan.parseMonth(bulan).orElse(today())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeZones.WIB);
    }

    private Mono<CalendarView> view(CalendarSpan span, List<PlannedEvent> planned) {
        List<PlannedEvent> first = planned.stream().limit(PlannedEvent.AT_MOST).toList();
        String province = span.region().isEmpty() ? null : span.region().substring(0, 2);
        return Mono.zip(
                        shown.of(first.stream().map(PlannedEvent::event).toList()),
                        below(null),
                        province == null ? Mono.just(List.<Region>of()) : below(province))
                .map(
                        parts ->
                                new CalendarView(
                                        span,
                                        parts.getT2(),
                                        parts.getT3(),
                                        IntStream.range(0, first.size())
                                                .mapToObj(
                                                        i ->
                                                                new CalendarView.Entry(
                                                                        parts.getT1().get(i),
                                                                        first.get(i).clashes()))
                                                .toList(),
                                        first.size() == planned.size(),
                                        today()));
    }

    /** The provinces when no region is given. */
    private Mono<List<Region>> below(@Nullable String region) {
        return regions.below(region, PageRequest.first(PageRequest.MOST)).map(Listing::items);
    }
}
