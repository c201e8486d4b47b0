package id.hadir.attendance.checkin;

import id.hadir.attendance.checkin.DeskView.Recorded;
import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.ticket.Tickets;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The desk at the door: a plain form without script, camera and offline scans with it. */
@Controller
@RequestMapping("/presensi/{slug}")
class DeskPages {

    private static final int RECENT = 10;
    private static final int NONCE_LENGTH = 100;

    private final EventQueries events;
    private final Desk desk;
    private final DeskQueries queries;
    private final CheckIn checkIn;
    private final Tickets tickets;
    private final Clock clock;

    DeskPages(
            EventQueries events,
            Desk desk,
            DeskQueries queries,
            CheckIn checkIn,
            Tickets tickets,
            Clock clock) {
        this.events = events;
        this.desk = desk;
        this.queries = queries;
        this.checkIn = checkIn;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> show(
            Actor actor,
            @PathVariable String slug,
            @RequestParam(name = "dicatat", defaultValue = "") String recorded,
            @RequestParam(name = "orang", required = false) @Nullable UUID person,
            Words words) {
        return desk.event(actor, slug)
                .flatMap(event -> confirming(event, Recorded.ofCode(recorded), person, words))
                .onErrorResume(DeskPages::isCancelled, _ -> cancelled(slug, words));
    }

    /** Answers with the verdict itself; sent again, it is the same, since the nonce is. */
    @PostMapping
    Mono<Page> scan(
            Actor actor, @PathVariable String slug, ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(
                        form ->
                                desk.event(actor, slug)
                                        .flatMap(event -> scan(actor, event, form, words)));
    }

    /** For whoever has no ticket at hand; the nonce of the list makes a double click one scan. */
    @PostMapping("/peserta/{registrationId}")
    Mono<Page> checkIn(
            Actor actor,
            @PathVariable String slug,
            @PathVariable UUID registrationId,
            ServerWebExchange exchange,
            Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(
                        form ->
                                desk.event(actor, slug)
                                        .flatMap(
                                                event ->
                                                        checkIn(
                                                                actor,
                                                                event,
                                                                registrationId,
                                                                form.value("nonce"),
                                                                words)));
    }

    private Mono<Page> checkIn(
            Actor actor, Event event, UUID registrationId, String nonce, Words words) {
        FieldErrors errors = new FieldErrors();
        String ofList = errors.requiredText("nonce", nonce, NONCE_LENGTH);
        errors.throwIfAny();
        return checkIn.person(actor, event.id(), registrationId, ofList + " " + registrationId)
                .flatMap(
                        answer ->
                                answer.outcome() == Outcome.ACCEPTED
                                        ? Mono.just(
                                                Page.redirect(
                                                        Recorded.ATTENDEE.page(
                                                                event, registrationId)))
                                        : verdict(event, "", answer, "", words));
    }

    private Mono<Page> scan(Actor actor, Event event, FormState form, Words words) {
        String device = form.value("device");
        if (form.value("ticket").isBlank()) {
            return page(event, device, null, null, "", words);
        }
        ScanRequest request =
                new ScanRequest(form.value("ticket"), null, device, form.value("nonce"));
        return checkIn.scan(actor, event.id(), request)
                .flatMap(answer -> verdict(event, form.value("ticket"), answer, device, words));
    }

    private Mono<Page> verdict(
            Event event, String ticket, CheckInAnswer answer, String device, Words words) {
        DeskView.Verdict verdict = DeskView.Verdict.of(answer, ticket, view(event), words);
        return page(event, device, verdict, null, "", words);
    }

    /** The desk, saying what was just written down elsewhere. */
    private Mono<Page> confirming(
            Event event, @Nullable Recorded recorded, @Nullable UUID person, Words words) {
        if (recorded != Recorded.ATTENDEE || person == null) {
            return page(event, "", null, recorded, "", words);
        }
        return queries.nameOfAttended(event.id(), person)
                .flatMap(name -> page(event, "", null, recorded, name, words))
                .switchIfEmpty(Mono.defer(() -> page(event, "", null, null, "", words)));
    }

    private Mono<Page> page(
            Event event,
            String device,
            DeskView.@Nullable Verdict verdict,
            @Nullable Recorded recorded,
            String recordedName,
            Words words) {
        EventView shown = view(event);
        LocalDate today = LocalDate.ofInstant(clock.instant(), shown.zone());
        return Mono.zip(
                        queries.count(event.id()),
                        queries.recent(event.id(), RECENT).collectList(),
                        tickets.publicKeys())
                .map(
                        found -> {
                            DeskView view =
                                    new DeskView(
                                            shown,
                                            !shown.mayBeOn(today),
                                            found.getT1().attended(),
                                            found.getT1().registered(),
                                            found.getT2(),
                                            UUID.randomUUID().toString(),
                                            device,
                                            verdict,
                                            found.getT3(),
                                            recorded,
                                            recordedName);
                            return Page.of(
                                            "desk/show",
                                            words.get("desk.title", event.title()),
                                            Map.of("view", view))
                                    .wide()
                                    .asset("attendance/attendance.css")
                                    .asset("attendance/ticket-check.js")
                                    .asset("attendance/desk.js")
                                    .asset("attendance/desk-camera.js");
                        });
    }

    private Mono<Page> cancelled(String slug, Words words) {
        return events.findBySlug(slug)
                .map(
                        event ->
                                Page.of(
                                                "desk/cancelled",
                                                words.get("desk.title", event.title()),
                                                Map.of("event", view(event)))
                                        .asset("attendance/attendance.css"));
    }

    private EventView view(Event event) {
        return EventView.of(event, clock.instant());
    }

    private static boolean isCancelled(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals("event-cancelled");
    }
}
