package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.ticket.TicketCode;
import id.hadir.attendance.ticket.Tickets;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.qr.QrDrawing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The ticket in its holder's hand: showing it, giving it back, handing it on. */
@Controller
@RequestMapping("/tiket")
class TicketPages {

    private static final int CODE_LENGTH = 12;

    private final TicketHolder holder;
    private final Tickets tickets;
    private final Clock clock;

    TicketPages(TicketHolder holder, Tickets tickets, Clock clock) {
        this.holder = holder;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> lookup(Words words) {
        return Mono.just(lookup(FormState.empty(), HttpStatus.OK, words));
    }

    @PostMapping
    Mono<Page> open(ServerWebExchange exchange, Words words) {
        return exchange.getFormData().flatMap(fields -> open(fields, words));
    }

    @GetMapping("/{code}")
    Mono<Page> show(@PathVariable String code, Words words) {
        return ticket(code)
                .map(
                        view ->
                                secret(
                                        "ticket/show",
                                        words.get("ticket.title", view.event().title()),
                                        Map.of("view", view)))
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(code, words)));
    }

    @GetMapping("/{code}/batal")
    Mono<Page> askToCancel(@PathVariable String code, Words words) {
        return ticket(code)
                .map(view -> cancelPage(view, "", words))
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(code, words)));
    }

    @PostMapping("/{code}/batal")
    Mono<Page> cancel(@PathVariable String code, Words words) {
        return holder.cancel(code)
                .map(Verdict::orThrow)
                .map(TicketPages::toTicket)
                .onErrorResume(
                        Problem.class,
                        problem ->
                                ticket(code)
                                        .map(
                                                view ->
                                                        cancelPage(view, problem.code(), words)
                                                                .because(problem)))
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(code, words)));
    }

    @GetMapping("/{code}/ganti")
    Mono<Page> askToSubstitute(@PathVariable String code, Words words) {
        return ticket(code)
                .map(view -> substitutePage(view, RegistrationForm.fresh().state(), "", words))
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(code, words)));
    }

    @PostMapping("/{code}/ganti")
    Mono<Page> substitute(@PathVariable String code, ServerWebExchange exchange, Words words) {
        return exchange.getFormData().flatMap(fields -> substitute(code, fields, words));
    }

    private Mono<Page> substitute(String code, MultiValueMap<String, String> fields, Words words) {
        RegistrationForm form = RegistrationForm.typed(fields);
        SubstituteRequest request =
                new SubstituteRequest(form.attendee(), form.state().value("basis"));
        return holder.substitute(code, request, form.key())
                .map(Verdict::orThrow)
                .map(TicketPages::toTicket)
                .onErrorResume(
                        Problem.class,
                        problem -> {
                            List<FieldError> errors = problem.errors();
                            String refusal = errors.isEmpty() ? problem.code() : "";
                            FormState state = form.state().with(errors);
                            return ticket(code)
                                    .map(
                                            view ->
                                                    substitutePage(view, state, refusal, words)
                                                            .because(problem));
                        })
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(code, words)));
    }

    private Mono<Page> open(MultiValueMap<String, String> fields, Words words) {
        FormState state = FormState.typed(fields);
        String typed = state.value("ticket");
        TicketCode code = TicketCode.parse(typed);
        FieldError wrong =
                code == null
                        ? FieldError.of("ticket", "ticket-code", CODE_LENGTH)
                        : FieldError.of("ticket", "unknown-ticket");
        return holder.find(typed)
                .map(TicketPages::toTicket)
                .defaultIfEmpty(
                        lookup(
                                state.with(List.of(wrong)),
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                words));
    }

    /** A link that was cut off or copied wrongly: the code can be mended right there. */
    private static Page unknown(String code, Words words) {
        FieldError wrong = FieldError.of("ticket", "unknown-ticket");
        FormState typed = new FormState(Map.of("ticket", code), List.of(wrong));
        return lookup(typed, HttpStatus.NOT_FOUND, words);
    }

    private Mono<TicketView> ticket(String code) {
        return holder.find(code).flatMap(this::view);
    }

    private Mono<TicketView> view(Receipt receipt) {
        Registration registration = receipt.registration();
        EventView event = EventView.of(receipt.event(), clock.instant());
        return tickets.sign(registration.eventId(), registration.code())
                .map(qr -> new TicketView(event, receipt, QrDrawing.of(qr)));
    }

    private static Page toTicket(Receipt receipt) {
        return Page.redirect("/tiket/" + receipt.registration().code().bare());
    }

    private static Page lookup(FormState form, HttpStatus status, Words words) {
        return secret("ticket/lookup", words.get("ticket.lookup.title"), Map.of("form", form))
                .status(status);
    }

    private static Page cancelPage(TicketView view, String refusal, Words words) {
        return secret(
                        "ticket/cancel",
                        words.get("ticket.cancel.title"),
                        Map.of("view", view, "refusal", refusal))
                .asset("attendance/patient.js");
    }

    private static Page substitutePage(
            TicketView view, FormState form, String refusal, Words words) {
        return secret(
                        "ticket/substitute",
                        words.get("ticket.substitute.title"),
                        Map.of("view", view, "form", form, "refusal", refusal))
                .asset("attendance/patient.js");
    }

    private static Page secret(String template, String title, Map<String, Object> model) {
        return Page.of(template, title, model).secret().asset("attendance/attendance.css");
    }
}
