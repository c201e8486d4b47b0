package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.OfficeChoices;
import id.hadir.attendance.registration.Offices;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes down, at the desk or in the office, which unit sent word that nobody comes. */
@Controller
@RequestMapping("/presensi/{slug}/izin")
class ExcusePages {

    private final Desk desk;
    private final Offices offices;
    private final Excuses excuses;
    private final Clock clock;

    ExcusePages(Desk desk, Offices offices, Excuses excuses, Clock clock) {
        this.desk = desk;
        this.offices = offices;
        this.excuses = excuses;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> show(Actor actor, @PathVariable String slug, Words words) {
        return desk.event(actor, slug)
                .flatMap(event -> form(event, FormState.empty(), HttpStatus.OK, words));
    }

    /** The offices found so far, while somebody types. */
    @GetMapping("/kantor")
    Mono<Page> search(
            Actor actor,
            @PathVariable String slug,
            @RequestParam(name = "office", defaultValue = "") String typed,
            @RequestParam(name = "unitId", defaultValue = "") String chosen) {
        return desk.event(actor, slug)
                .flatMap(
                        event ->
                                choices(event, typed, chosen)
                                        .map(
                                                found ->
                                                        found.list(
                                                                typed,
                                                                chosen,
                                                                view(event).agency())));
    }

    @PostMapping
    Mono<Page> record(
            Actor actor, @PathVariable String slug, ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(
                        form ->
                                desk.event(actor, slug)
                                        .flatMap(event -> record(actor, event, form, words)));
    }

    private Mono<Page> record(Actor actor, Event event, FormState form, Words words) {
        if (OfficeChoices.isSearch(form)) {
            return form(event, form, HttpStatus.OK, words);
        }
        ExcuseRequest request =
                new ExcuseRequest(form.value("unitId"), form.value("reason"), form.value("note"));
        return excuses.record(actor, event.id(), request)
                .map(_ -> Page.redirect(DeskView.Recorded.EXCUSE.page(event)))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                form(event, form.with(problem.errors()), problem.status(), words));
    }

    private Mono<Page> form(Event event, FormState form, HttpStatus status, Words words) {
        return choices(event, form.value("office"), form.value("unitId"))
                .map(
                        choices ->
                                Page.of(
                                                "desk/excuse",
                                                words.get("excuse.title"),
                                                Map.of(
                                                        "view",
                                                        new ExcuseFormView(view(event), choices),
                                                        "form",
                                                        form))
                                        .status(status)
                                        .asset("attendance/attendance.css")
                                        .asset("attendance/form.js"));
    }

    /** Only a unit of the list can be excused: nobody awaits another one. */
    private Mono<OfficeChoices> choices(Event event, String typed, String chosen) {
        return offices.choices(event, typed, chosen, false).map(OfficeChoices::listedOnly);
    }

    private EventView view(Event event) {
        return EventView.of(event, clock.instant());
    }
}
