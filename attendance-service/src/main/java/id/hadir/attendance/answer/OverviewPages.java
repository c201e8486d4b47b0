package id.hadir.attendance.answer;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** The answers to an event's invitations; who has not answered is one press away. */
@Controller
class OverviewPages {

    private final Overview overview;
    private final Clock clock;

    OverviewPages(Overview overview, Clock clock) {
        this.overview = overview;
        this.clock = clock;
    }

    @GetMapping("/panitia/{slug}/jawaban")
    Mono<Page> show(
            Actor actor,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String state,
            PageRequest page,
            Words words) {
        String asked = Overview.state(state);
        return overview.event(actor, slug)
                .flatMap(
                        event ->
                                overview.of(event, asked, page)
                                        .map(
                                                found ->
                                                        new OverviewView(
                                                                EventView.of(
                                                                        event, clock.instant()),
                                                                found.totals(),
                                                                found.offices(),
                                                                asked)))
                .map(
                        view ->
                                Page.of(
                                                "answer/overview",
                                                words.get("answers.title"),
                                                Map.of("view", view))
                                        .wide()
                                        .asset("attendance/attendance.css"));
    }
}
