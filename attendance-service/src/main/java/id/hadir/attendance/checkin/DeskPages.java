package id.hadir.attendance.checkin;

import id.hadir.attendance.checkin.DeskView.Recorded;
import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
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

    private final EventQueries events;
    private final Desk desk;
    private final DeskQueries queries;
    private final CheckIn checkIn;
    private final Clock clock;

    DeskPages(EventQueries events, Desk desk, DeskQueries queries, CheckIn checkIn, Clock clock) {
        this.events = events;
        this.desk = desk;
        this.queries = queries;
        this.checkIn = checkIn;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> show(
            Actor actor,
            @PathVariable String slug,
            @RequestParam(name = "dicatat", defaultValue = "") String recorded,
            Words words) {
        return desk.event(actor, slug)
                .flatMap(event -> page(event, "", null, Recorded.ofCode(recorded), words))
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

    private Mono<Page> scan(Actor actor, Event event, FormState form, Words words) {
        String device = form.value("device");
        if (form.value("ticket").isBlank()) {
            return page(event, device, null, null, words);
        }
        ScanRequest request =
                new ScanRequest(form.value("ticket"), null, device, form.value("nonce"));
        return checkIn.scan(actor, event.id(), request)
                .map(answer -> DeskView.Verdict.of(answer, view(event), words))
                .flatMap(verdict -> page(event, device, verdict, null, words));
    }

    private Mono<Page> page(
            Event event,
            String device,
            DeskView.@Nullable Verdict verdict,
            @Nullable Recorded recorded,
            Words words) {
        return Mono.zip(
                queries.count(event.id()),
                queries.recent(event.id(), RECENT).collectList(),
                (count, recent) -> {
                    DeskView view =
                            new DeskView(
                                    view(event),
                                    count.attended(),
                                    count.registered(),
                                    recent,
                                    UUID.randomUUID().toString(),
                                    device,
                                    verdict,
                                    recorded);
                    return Page.of(
                                    "desk/show",
                                    words.get("desk.title", event.title()),
                                    Map.of("view", view))
                            .wide()
                            .asset("attendance/attendance.css")
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
