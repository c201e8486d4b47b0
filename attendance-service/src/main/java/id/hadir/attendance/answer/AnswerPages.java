package id.hadir.attendance.answer;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
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

/** Where an invited office says whether somebody comes; it needs its link and no account. */
@Controller
@RequestMapping("/kegiatan/{slug}/jawab")
class AnswerPages {

    private final EventQueries events;
    private final Answers answers;
    private final PrivacySettings notice;
    private final Clock clock;

    AnswerPages(EventQueries events, Answers answers, PrivacySettings notice, Clock clock) {
        this.events = events;
        this.answers = answers;
        this.notice = notice;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> show(
            @PathVariable String slug,
            @RequestParam(name = "undangan", defaultValue = "") String token,
            Words words) {
        return event(slug).flatMap(event -> page(event, token, null, null, words));
    }

    @PostMapping
    Mono<Page> answer(@PathVariable String slug, ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(form -> event(slug).flatMap(event -> answer(event, form, words)));
    }

    private Mono<Page> answer(Event event, FormState form, Words words) {
        String token = form.value("invitation");
        AnswerRequest request =
                new AnswerRequest(
                        token,
                        form.value("answer"),
                        form.value("name"),
                        form.value("position"),
                        form.value("reason"),
                        form.value("note"));
        return answers.take(event.id(), request)
                .map(taken -> Page.redirect(next(event, token, taken)))
                .onErrorResume(
                        Problem.class,
                        problem -> page(event, token, form.with(problem.errors()), problem, words));
    }

    /** Who comes still has to register; who is excused has done all there is. */
    private static String next(Event event, String token, Answers.Taken taken) {
        String below = "/kegiatan/" + event.slug();
        String link = "?undangan=" + token;
        return switch (taken.answer().kind()) {
            case COMING -> below + "/daftar" + link;
            case SENDING -> below + "/daftar" + link + "&mewakili=true";
            case EXCUSED -> below + "/jawab" + link;
        };
    }

    private Mono<Page> page(
            Event event,
            String token,
            @Nullable FormState typed,
            @Nullable Problem problem,
            Words words) {
        EventView shown = EventView.of(event, clock.instant());
        return answers.office(event, token)
                .map(
                        office ->
                                new AnswerFormView(
                                        shown,
                                        office,
                                        token,
                                        problem == null || !problem.errors().isEmpty()
                                                ? null
                                                : problem.code()))
                .map(
                        view ->
                                Page.of(
                                                "answer/form",
                                                words.get("answer.title", event.title()),
                                                Map.of(
                                                        "view",
                                                        view,
                                                        "form",
                                                        typed == null ? given(view) : typed,
                                                        "notice",
                                                        notice))
                                        .secret()
                                        .asset("attendance/attendance.css"))
                .map(page -> problem == null ? page : page.because(problem));
    }

    /** The answer that was given before, to be changed. */
    private static FormState given(AnswerFormView view) {
        Answer answer = view.office().answer();
        if (answer == null) {
            return FormState.empty();
        }
        Map<String, String> values = new HashMap<>();
        values.put("answer", answer.kind().code());
        values.put("name", Objects.requireNonNullElse(answer.name(), ""));
        values.put("position", Objects.requireNonNullElse(answer.position(), ""));
        values.put("reason", answer.reason() == null ? "" : answer.reason().code());
        values.put("note", Objects.requireNonNullElse(answer.note(), ""));
        return new FormState(values, List.of());
    }

    private Mono<Event> event(String slug) {
        return events.findBySlug(slug).filter(Event::isPublic);
    }
}
