package id.hadir.attendance.report;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.Place;
import id.hadir.attendance.report.ReportView.Asked;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** The attendance of events, to read, print and take along. */
@Controller
@RequestMapping("/laporan")
class ReportPages {

    private static final int EVENTS = 200;
    private static final int MISSING = 200;

    private final EventQueries events;
    private final Attendance attendance;
    private final Clock clock;

    ReportPages(EventQueries events, Attendance attendance, Clock clock) {
        this.events = events;
        this.attendance = attendance;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> list(Actor actor, Words words) {
        return Mono.zip(
                events.latest(agencies(actor), EVENTS)
                        .map(event -> EventView.of(event, clock.instant()))
                        .collectList(),
                ownRegionName(actor),
                (found, region) ->
                        Page.of(
                                        "report/list",
                                        words.get("report.list.title"),
                                        Map.of("events", found, "region", region))
                                .asset("attendance/attendance.css"));
    }

    @GetMapping("/{slug}")
    Mono<Page> show(
            Actor actor,
            @PathVariable String slug,
            @RequestParam(name = "jenis", defaultValue = "") String kind,
            @RequestParam(name = "wilayah", defaultValue = "") String region,
            @RequestParam(name = "keadaan", defaultValue = "") String state,
            @RequestParam(name = "cetak", defaultValue = "false") boolean onPaper,
            PageRequest page,
            Words words) {
        Asked asked = new Asked(clean("jenis", kind), clean("wilayah", region), state, onPaper);
        return events.findBySlug(slug)
                .flatMap(found -> attendance.event(actor, found.id()))
                .flatMap(event -> report(actor, event, asked, onPaper ? Place.ON_PAPER : page))
                .map(
                        view ->
                                Page.of(
                                                "report/show",
                                                words.get("report.title", view.event().title()),
                                                Map.of("view", view))
                                        .wide()
                                        .asset("attendance/attendance.css"));
    }

    private Mono<ReportView> report(Actor actor, Event event, Asked asked, PageRequest page) {
        UUID id = event.id();
        EventView shown = EventView.of(event, clock.instant());
        UnitState missing = ReportView.missingState(shown.isEnded());
        return Mono.zip(
                        attendance.totals(actor, id),
                        attendance.regions(actor, id),
                        attendance.units(
                                actor,
                                id,
                                new Attendance.Filter(null, null, missing),
                                asked.isOnPaper()
                                        ? Place.ON_PAPER
                                        : new PageRequest(MISSING, null)),
                        attendance.units(actor, id, filter(asked), page),
                        attendance.place(actor, event, filter(asked), page),
                        ownRegionName(actor))
                .map(
                        found ->
                                new ReportView(
                                        shown,
                                        found.getT1().totals(),
                                        found.getT1().asOf(),
                                        found.getT2(),
                                        found.getT3(),
                                        asked,
                                        found.getT4(),
                                        found.getT5(),
                                        found.getT6()));
    }

    private static Attendance.Filter filter(Asked asked) {
        return new Attendance.Filter(asked.kind(), asked.region(), state(asked.state()));
    }

    private static @Nullable UnitState state(String code) {
        return code.isEmpty()
                ? null
                : UnitState.ofCode(code)
                        .orElseThrow(() -> Problem.invalid("state", "invalid-choice"));
    }

    private static String clean(String parameter, String text) {
        return Objects.requireNonNullElse(ReportParameters.clean(parameter, text), "");
    }

    /** Officials and admins read the events of all agencies, others those of their own. */
    private static List<String> agencies(Actor actor) {
        return actor.role() == Role.OFFICIAL || actor.isAdmin()
                ? List.of()
                : List.of(Objects.requireNonNullElse(actor.agencyId(), "none"));
    }

    private Mono<String> ownRegionName(Actor actor) {
        String code = actor.role() == Role.OFFICIAL ? actor.regionCode() : null;
        return code == null ? Mono.just("") : events.regionName(code).defaultIfEmpty(code);
    }
}
