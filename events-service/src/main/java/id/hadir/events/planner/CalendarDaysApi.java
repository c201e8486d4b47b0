package id.hadir.events.planner;

import id.hadir.events.event.Clash;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventSummary;
import id.hadir.events.event.PlannedEvent;
import id.hadir.events.region.RegionCode;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CalendarDaysApi {

    private final EventCatalogue events;
    private final Clock clock;

    CalendarDaysApi(EventCatalogue events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * A calendar as the API shows it.
     *
     * @param to its last day
     * @param complete whether all events are in it
     */
    record Days(LocalDate from, LocalDate to, List<Item> items, boolean complete) {

        record Item(EventSummary event, List<Clash.Kind> clashes) {}

        static Days of(CalendarSpan span, List<PlannedEvent> planned, Instant now) {
            return new Days(
                    span.first(),
                    span.last(),
                    planned.stream()
                            .limit(PlannedEvent.AT_MOST)
                            .map(one -> new Item(EventSummary.of(one.event(), now), one.clashes()))
                            .toList(),
                    planned.size() <= PlannedEvent.AT_MOST);
        }
    }

    /** {@code month} such as 2027-08, or {@code week}, any day of it. */
    @GetMapping("/api/calendar")
    Mono<Days> calendar(
            @RequestParam @Nullable String regionCode,
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String week,
            Actor actor) {
        CalendarSpan span = span(regionCode, month, week);
        String region = span.region().isEmpty() ? null : span.region();
        return events.calendar(span.begins(), span.ends(), region, actor)
                .map(planned -> Days.of(span, planned, clock.instant()));
    }

    private static CalendarSpan span(
            @Nullable String regionCode, @Nullable String month, @Nullable String week) {
        FieldErrors errors = new FieldErrors();
        String region =
                Objects.requireNonNullElse(RegionCode.parse("regionCode", regionCode, errors), "");
        Optional<LocalDate> day =
                week == null ? CalendarSpan.parseMonth(month) : CalendarSpan.parseDay(week);
        if (day.isEmpty()) {
            String field = week == null ? "month" : "week";
            errors.add(field, month == null && week == null ? "required" : "invalid-date");
        }
        errors.throwIfAny();
        return week == null
                ? CalendarSpan.month(region, day.orElseThrow())
                : CalendarSpan.week(region, day.orElseThrow());
    }
}
