package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.OfficeChoices;
import id.hadir.attendance.form.OfficeChoices.Office;
import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The form with which an attendee registers; it needs no script and no account. */
@Controller
@RequestMapping("/kegiatan/{slug}/daftar")
class RegistrationPages {

    private final EventQueries events;
    private final RegistrationQueries registrations;
    private final Offices offices;
    private final Registering registering;
    private final PrivacySettings notice;
    private final Clock clock;

    RegistrationPages(
            EventQueries events,
            RegistrationQueries registrations,
            Offices offices,
            Registering registering,
            PrivacySettings notice,
            Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.offices = offices;
        this.registering = registering;
        this.notice = notice;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> show(
            @PathVariable String slug,
            @RequestParam(name = "undangan", defaultValue = "") String invitation,
            @RequestParam(name = "mewakili", defaultValue = "false") boolean represents,
            Words words) {
        RegistrationForm form =
                RegistrationForm.fresh()
                        .with("invitation", invitation)
                        .with("presence", represents ? "represents" : "");
        return event(slug)
                .flatMap(
                        event ->
                                offices.expectedBy(event, invitation)
                                        .map(form::expecting)
                                        .defaultIfEmpty(form)
                                        .flatMap(filled -> form(event, filled, null, words)))
                .map(page -> invitation.isEmpty() ? page : page.secret());
    }

    /** The offices found so far, while somebody types. */
    @GetMapping("/kantor")
    Mono<Page> search(
            @PathVariable String slug,
            @RequestParam(name = "office", defaultValue = "") String typed,
            @RequestParam(name = "unitId", defaultValue = "") String chosen) {
        return event(slug)
                .flatMap(
                        event ->
                                offices.choices(event, typed, chosen, false)
                                        .map(
                                                found ->
                                                        found.list(
                                                                typed,
                                                                chosen,
                                                                EventView.of(event, clock.instant())
                                                                        .agency())));
    }

    @PostMapping
    Mono<Page> register(@PathVariable String slug, ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(RegistrationForm::typed)
                .flatMap(
                        form ->
                                event(slug)
                                        .flatMap(event -> register(event, form, words))
                                        .onErrorResume(
                                                RegistrationPages::isForLater,
                                                failure ->
                                                        Mono.just(
                                                                later(
                                                                        slug, form, failure,
                                                                        words))));
    }

    private Mono<Page> register(Event event, RegistrationForm form, Words words) {
        if (form.isSearch()) {
            return form(event, form, null, words);
        }
        List<FieldError> errors = form.check();
        if (!errors.isEmpty()) {
            return form(event, form.with(errors), Problem.invalid(errors), words);
        }
        return registering
                .register(event.id(), form.request(), form.key())
                .map(Verdict::orThrow)
                .map(receipt -> Page.redirect("/tiket/" + receipt.registration().code().bare()))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                isForLater(problem)
                                        ? Mono.error(problem)
                                        : again(event, form, problem, words));
    }

    /** Shows the form with all that was typed and why it was not accepted. */
    private Mono<Page> again(Event event, RegistrationForm form, Problem problem, Words words) {
        boolean isUsedKey = problem.code().equals(Refusal.IDEMPOTENCY_KEY_REUSED.code());
        RegistrationForm kept = isUsedKey ? form.withNewKey() : form;
        return form(event, kept.with(problem.errors()), problem, words);
    }

    private static boolean isForLater(Throwable failure) {
        return Problem.of(failure).status() == HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** The form as it was typed, drawn without asking the database, which has enough to do. */
    private static Page later(String slug, RegistrationForm form, Throwable failure, Words words) {
        Problem problem = Problem.of(failure);
        return Page.of(
                        "registration/later",
                        words.get("registration.heading"),
                        Map.of("slug", slug, "form", form.state(), "code", problem.code()))
                .because(problem)
                .asset("attendance/attendance.css")
                .asset("attendance/form.js")
                .asset("attendance/patient.js");
    }

    private Mono<Event> event(String slug) {
        return events.findBySlug(slug).filter(Event::isPublic);
    }

    private Mono<Page> form(
            Event event, RegistrationForm form, @Nullable Problem problem, Words words) {
        return Mono.zip(
                        registrations.availability(event.id()),
                        offices.invitedBy(event, form.invitation())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()),
                        offices.one(event, form.unitId())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()),
                        offices.choices(event, form.office(), form.unitId(), false))
                .map(
                        found ->
                                page(
                                        event,
                                        form,
                                        problem,
                                        seats(found.getT1()),
                                        found.getT2().orElse(null),
                                        found.getT3().orElse(null),
                                        found.getT4(),
                                        words));
    }

    private Page page(
            Event event,
            RegistrationForm form,
            @Nullable Problem problem,
            RegistrationFormView.@Nullable Seats seats,
            @Nullable Office invited,
            @Nullable Office chosen,
            OfficeChoices choices,
            Words words) {
        EventView shown = EventView.of(event, clock.instant());
        String title = words.get("registration.title", event.title());
        Gate gate = Gate.of(event, seats != null && seats.isFull(), clock.instant());
        if (gate != Gate.OPEN && problem == null) {
            return gatePage(shown, gate, title, words);
        }
        Office office = invited == null ? chosen : invited;
        RegistrationForm offered = invited == null ? form.with("invitation", "") : form;
        FormState state = (office == null ? offered : offered.proposing(office)).state();
        RegistrationFormView view =
                new RegistrationFormView(
                        shown,
                        invited == null ? choices : OfficeChoices.fixed(invited),
                        seats,
                        invited == null && !form.invitation().isEmpty(),
                        office != null && office.isInPerson(),
                        problem == null || !problem.errors().isEmpty() ? null : problem.code());
        Page page =
                Page.of(
                                "registration/form",
                                title,
                                Map.of("view", view, "form", state, "notice", notice))
                        .description(shown.when(words) + " · " + shown.where(words))
                        .asset("attendance/attendance.css")
                        .asset("attendance/form.js")
                        .asset("attendance/patient.js");
        return problem == null ? page : page.because(problem);
    }

    private static Page gatePage(EventView event, Gate gate, String title, Words words) {
        String detail =
                switch (gate) {
                    case NOT_OPEN ->
                            words.dateTime(
                                    Objects.requireNonNull(event.event().opensAt()), event.zone());
                    case CANCELLED -> Objects.requireNonNullElse(event.event().cancelReason(), "–");
                    default -> event.agency();
                };
        return Page.of(
                        "registration/gate",
                        title,
                        Map.of("event", event, "gate", gate.text(), "detail", detail))
                .description(event.when(words) + " · " + event.where(words))
                .asset("attendance/attendance.css");
    }

    private static RegistrationFormView.@Nullable Seats seats(
            RegistrationQueries.Availability availability) {
        return availability.capacity() == null || availability.remaining() == null
                ? null
                : new RegistrationFormView.Seats(availability.capacity(), availability.remaining());
    }
}
