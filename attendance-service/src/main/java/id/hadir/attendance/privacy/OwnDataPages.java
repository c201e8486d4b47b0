package id.hadir.attendance.privacy;

import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.attendance.registration.Correction;
import id.hadir.attendance.registration.RegistrationForm;
import id.hadir.attendance.registration.Verdict;
import id.hadir.attendance.ticket.TicketCode;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * "Data Anda": what is kept of the holder of a ticket, to see, correct and object to. A code that
 * no ticket has is a page that is not there.
 */
@Controller
@RequestMapping("/tiket/{code}/data")
class OwnDataPages {

    private final OwnData ownData;
    private final Correction correction;
    private final Objections objections;
    private final Clock clock;

    OwnDataPages(OwnData ownData, Correction correction, Objections objections, Clock clock) {
        this.ownData = ownData;
        this.correction = correction;
        this.objections = objections;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> show(
            @PathVariable String code,
            @RequestParam(name = "kabar", defaultValue = "") String news,
            Words words) {
        FormState form = new FormState(Map.of("news", news), List.of());
        return view(code, view -> own(view, form, "", words));
    }

    @GetMapping("/ubah")
    Mono<Page> askToCorrect(@PathVariable String code, Words words) {
        return view(code, view -> correct(view, written(view.data()), null, words));
    }

    @PostMapping("/ubah")
    Mono<Page> correct(@PathVariable String code, ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(RegistrationForm::typed)
                .flatMap(form -> correct(code, form, words));
    }

    private Mono<Page> correct(String code, RegistrationForm form, Words words) {
        return correction
                .correct(code, _ -> form.attendee())
                .map(Verdict::orThrow)
                .map(_ -> toData(code, "diubah"))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                view(
                                        code,
                                        view ->
                                                correct(
                                                        view,
                                                        form.state().with(problem.errors()),
                                                        problem,
                                                        words)));
    }

    @PostMapping("/keberatan")
    Mono<Page> object(@PathVariable String code, ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(form -> object(code, form, words));
    }

    private Mono<Page> object(String code, FormState form, Words words) {
        return ownData.find(code)
                .flatMap(stored -> objections.make(stored, form.value("text")))
                .map(_ -> toData(code, "keberatan"))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                view(
                                        code,
                                        view ->
                                                own(
                                                                view,
                                                                form.with(problem.errors()),
                                                                refusal(problem),
                                                                words)
                                                        .because(problem)));
    }

    private Mono<Page> view(String code, Function<OwnDataView, Page> page) {
        return ownData.view(code)
                .map(
                        own ->
                                new OwnDataView(
                                        Objects.requireNonNull(TicketCode.parse(code)).bare(),
                                        own,
                                        PrivacySettings.ZONE,
                                        clock.instant()))
                .map(page);
    }

    private static Page toData(String code, String news) {
        String bare = Objects.requireNonNull(TicketCode.parse(code)).bare();
        return Page.redirect("/tiket/" + bare + "/data?kabar=" + news);
    }

    private static FormState written(StoredData data) {
        Map<String, String> values = new HashMap<>();
        values.put("attendee.name", data.name());
        values.put("attendee.nip", Objects.requireNonNullElse(data.nip(), ""));
        values.put("attendee.position", Objects.requireNonNullElse(data.position(), ""));
        values.put("attendee.phone", Objects.requireNonNullElse(data.phone(), ""));
        values.put("attendee.email", Objects.requireNonNullElse(data.email(), ""));
        return new FormState(values, List.of());
    }

    private static Page own(OwnDataView view, FormState form, String refusal, Words words) {
        return secret("privacy/own", words.get("own.title"), view, form, refusal);
    }

    /** Code of what is wrong with no field, or nothing. */
    private static String refusal(Problem problem) {
        return problem.errors().isEmpty() ? problem.code() : "";
    }

    private static Page correct(
            OwnDataView view, FormState form, @Nullable Problem problem, Words words) {
        String refusal = problem == null ? "" : refusal(problem);
        Page page = secret("privacy/correct", words.get("own.correct.title"), view, form, refusal);
        return problem == null ? page : page.because(problem);
    }

    private static Page secret(
            String template, String title, OwnDataView view, FormState form, String refusal) {
        return Page.of(template, title, Map.of("view", view, "form", form, "refusal", refusal))
                .secret()
                .asset("attendance/attendance.css")
                .asset("attendance/patient.js");
    }
}
