package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.Place;
import id.hadir.attendance.registration.ParticipantsView.Asked;
import id.hadir.attendance.registration.ParticipantsView.Row;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who has registered, for the organiser and for the desk. */
@Controller
@RequestMapping("/panitia/{slug}/peserta")
class ParticipantPages {

    private final EventQueries events;
    private final Participants participants;
    private final Clock clock;

    ParticipantPages(EventQueries events, Participants participants, Clock clock) {
        this.events = events;
        this.participants = participants;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> list(
            Actor actor,
            @PathVariable String slug,
            @RequestParam(name = "cetak", defaultValue = "false") boolean onPaper,
            @RequestParam(name = "tiket", defaultValue = "") String notice,
            PageRequest page,
            Words words) {
        return list(actor, slug, new Asked("", "", "", onPaper), notice, page, words);
    }

    /** What is searched for may be a name or a NIP, which have no place in an address. */
    @PostMapping
    Mono<Page> search(
            Actor actor,
            @PathVariable String slug,
            @RequestParam(name = "cetak", defaultValue = "false") boolean onPaper,
            PageRequest page,
            ServerWebExchange exchange,
            Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .map(
                        form ->
                                new Asked(
                                        form.value("q").strip(),
                                        form.value("keadaan"),
                                        form.value("jenis"),
                                        onPaper))
                .flatMap(asked -> list(actor, slug, asked, "", page, words));
    }

    private Mono<Page> list(
            Actor actor, String slug, Asked asked, String notice, PageRequest page, Words words) {
        return events.findBySlug(slug)
                .flatMap(found -> participants.event(actor, found.id()))
                .flatMap(
                        event ->
                                list(
                                        actor,
                                        event,
                                        asked,
                                        notice,
                                        asked.isOnPaper() ? Place.ON_PAPER : page,
                                        words));
    }

    private Mono<Page> list(
            Actor actor, Event event, Asked asked, String notice, PageRequest page, Words words) {
        RegistrationQueries.Filter filter =
                new RegistrationQueries.Filter(
                        null,
                        ParticipantsView.status(asked.state()),
                        ParticipantsApi.text("q", asked.text()),
                        ParticipantsApi.text("jenis", asked.kind()),
                        asked.state().equals("attended"));
        boolean mayContact = Participants.mayContact(actor, event);
        return Mono.zip(
                participants.list(event, filter, page),
                participants.place(event, filter, page),
                (rows, place) -> page(event, asked, notice, rows, place, mayContact, words));
    }

    private Page page(
            Event event,
            Asked asked,
            String notice,
            Listing<Registration> rows,
            Place place,
            boolean mayContact,
            Words words) {
        List<Row> shown = rows.items().stream().map(row -> Row.of(row, mayContact)).toList();
        ParticipantsView view =
                new ParticipantsView(
                        EventView.of(event, clock.instant()),
                        asked,
                        shown,
                        place,
                        rows.next(),
                        mayContact,
                        UUID.randomUUID().toString(),
                        ParticipantsView.NOTICES.contains(notice) ? notice : null);
        return Page.of(
                        "roster/list",
                        words.get("roster.title", event.title()),
                        Map.of("view", view))
                .wide()
                .asset("attendance/attendance.css");
    }
}
