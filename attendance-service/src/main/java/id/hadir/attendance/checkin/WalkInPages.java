package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.OfficeChoices;
import id.hadir.attendance.registration.Offices;
import id.hadir.attendance.registration.RegistrationForm;
import id.hadir.attendance.registration.RegistrationRequest;
import id.hadir.attendance.registration.Verdict;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes down, at the desk, who came without a registration. */
@Controller
@RequestMapping("/presensi/{slug}/tamu")
class WalkInPages {

    private final Desk desk;
    private final Offices offices;
    private final WalkIns walkIns;
    private final Clock clock;

    WalkInPages(Desk desk, Offices offices, WalkIns walkIns, Clock clock) {
        this.desk = desk;
        this.offices = offices;
        this.walkIns = walkIns;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> show(Actor actor, @PathVariable String slug, Words words) {
        return desk.event(actor, slug)
                .flatMap(event -> form(event, RegistrationForm.fresh(), null, words));
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
                                offices.choices(event, typed, chosen, true)
                                        .map(found -> found.list(typed, chosen, contact(event))));
    }

    @PostMapping
    Mono<Page> record(
            Actor actor, @PathVariable String slug, ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(RegistrationForm::typed)
                .flatMap(
                        form ->
                                desk.event(actor, slug)
                                        .flatMap(event -> record(actor, event, form, words)));
    }

    private Mono<Page> record(Actor actor, Event event, RegistrationForm form, Words words) {
        if (form.isSearch()) {
            return form(event, form, null, words);
        }
        RegistrationRequest typed = form.request();
        WalkInRequest request =
                new WalkInRequest(
                        typed.unitId(),
                        typed.unitName(),
                        typed.attendee(),
                        typed.representing(),
                        null,
                        null);
        return walkIns.admit(actor, event.id(), request, form.key())
                .map(Verdict::orThrow)
                .map(_ -> Page.redirect(DeskView.Recorded.GUEST.page(event)))
                .onErrorResume(
                        Problem.class,
                        problem -> form(event, form.with(problem.errors()), problem, words));
    }

    private Mono<Page> form(
            Event event, RegistrationForm form, @Nullable Problem problem, Words words) {
        String refusal = problem == null || !problem.errors().isEmpty() ? null : problem.code();
        return offices.choices(event, form.office(), form.unitId(), true)
                .map(
                        choices ->
                                Page.of(
                                                "desk/walk-in",
                                                words.get("walkIn.title"),
                                                Map.of(
                                                        "view",
                                                        view(event, choices, refusal),
                                                        "form",
                                                        form.state()))
                                        .asset("attendance/attendance.css")
                                        .asset("attendance/form.js")
                                        .asset("attendance/patient.js"))
                .map(page -> problem == null ? page : page.because(problem));
    }

    private WalkInView view(Event event, OfficeChoices choices, @Nullable String refusal) {
        return new WalkInView(EventView.of(event, clock.instant()), choices, refusal);
    }

    private static String contact(Event event) {
        return Objects.requireNonNullElse(event.agencyName(), "");
    }
}
