package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.registration.TicketHolder;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where the link at the foot of a reminder leads: to no more of them. */
@Controller
class ReminderPages {

    /**
     * Pressed on the page to have them again; a mail program that ends them sends no such field.
     */
    private static final String AGAIN = "again";

    private final ReminderPeace peace;
    private final TicketHolder holder;
    private final PeaceToken tokens;
    private final Clock clock;

    ReminderPages(ReminderPeace peace, TicketHolder holder, PeaceToken tokens, Clock clock) {
        this.peace = peace;
        this.holder = holder;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/tiket/{code}/pengingat")
    Mono<Page> ofTicket(@PathVariable String code) {
        return holder.find(code)
                .map(receipt -> receipt.registration())
                .flatMap(held -> tokens.of(new Recipient(held.eventId(), held.id())))
                .map(token -> Page.redirect("/tiket/pengingat/" + token))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @GetMapping("/tiket/pengingat/{token}")
    Mono<Page> show(@PathVariable String token, Words words) {
        return peace.find(token)
                .map(standing -> page(token, standing, words))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @PostMapping("/tiket/pengingat/{token}")
    Mono<Page> set(@PathVariable String token, ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(form -> peace.set(token, !form.value(AGAIN).isEmpty()))
                .map(standing -> page(token, standing, words))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private Page page(String token, ReminderPeace.Standing standing, Words words) {
        EventView event = EventView.of(standing.ticket().event(), clock.instant());
        return Page.of(
                        "ticket/reminders",
                        words.get("reminders.title"),
                        Map.of(
                                "event",
                                event,
                                "action",
                                "/tiket/pengingat/" + token,
                                "isStopped",
                                standing.isStopped()))
                .secret()
                .asset("attendance/attendance.css");
    }
}
