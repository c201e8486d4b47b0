package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.kit.message.Courier;
import id.hadir.kit.page.Page;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import reactor.core.publisher.Mono;

/** Sending a participant's ticket again, for the organiser: from the list of participants. */
@Controller
@RequestMapping("/panitia/{slug}/peserta/{registrationId}")
class ResendPages {

    private final LostTickets lost;
    private final EventQueries events;
    private final Courier courier;

    ResendPages(LostTickets lost, EventQueries events, Courier courier) {
        this.lost = lost;
        this.events = events;
        this.courier = courier;
    }

    /** Back to the list, which says what became of it. */
    @PostMapping("/kirim-ulang")
    Mono<Page> again(Actor actor, @PathVariable String slug, @PathVariable UUID registrationId) {
        return events.findBySlug(slug)
                .flatMap(
                        event ->
                                lost.again(actor, event.id(), registrationId)
                                        .thenReturn(list(event, sent()))
                                        .onErrorResume(
                                                ResendPages::isAnswer,
                                                refused ->
                                                        Mono.just(
                                                                list(
                                                                        event,
                                                                        ((Problem) refused)
                                                                                .code()))));
    }

    /** Away to WhatsApp: neither number nor ticket stand in the list itself. */
    @GetMapping("/whatsapp")
    Mono<ResponseEntity<Void>> byHand(
            Actor actor, @PathVariable String slug, @PathVariable UUID registrationId) {
        return events.findBySlug(slug)
                .flatMap(event -> lost.byHand(actor, event.id(), registrationId))
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(
                        by ->
                                ResponseEntity.status(HttpStatus.SEE_OTHER)
                                        .location(by.address())
                                        .cacheControl(CacheControl.noStore())
                                        .header("Referrer-Policy", "no-referrer")
                                        .build());
    }

    private String sent() {
        return courier.reachesPeople() ? "sent" : "laid-down";
    }

    private static boolean isAnswer(Throwable failure) {
        return failure instanceof Problem problem && problem.status() == HttpStatus.CONFLICT;
    }

    private static Page list(Event event, String outcome) {
        return Page.redirect("/panitia/" + event.slug() + "/peserta?tiket=" + outcome);
    }
}
