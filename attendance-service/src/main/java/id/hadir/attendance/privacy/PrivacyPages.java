package id.hadir.attendance.privacy;

import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Personal data as the operator answers for it: find, hand out, erase; retention; objections. */
@Controller
@RequestMapping("/admin/privasi")
class PrivacyPages {

    private static final PageRequest FIRST = new PageRequest(200, null);
    private static final PageRequest LAST_RUNS = new PageRequest(10, null);

    private final People people;
    private final Retention retention;
    private final ObjectionQueries objections;
    private final PrivacySettings settings;
    private final Clock clock;

    PrivacyPages(
            People people,
            Retention retention,
            ObjectionQueries objections,
            PrivacySettings settings,
            Clock clock) {
        this.people = people;
        this.retention = retention;
        this.objections = objections;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> show(@RequestParam(name = "dihapus", defaultValue = "") String erased, Words words) {
        FormState form =
                new FormState(
                        Map.of("erased", erased.matches("\\d{1,6}") ? erased : ""), List.of());
        return page(form, null, null, words);
    }

    /** Whose data it is stands in the form and not in the address. */
    @PostMapping("/cari")
    Mono<Page> search(ServerWebExchange exchange, Words words) {
        return exchange.getFormData().map(FormState::typed).flatMap(form -> search(form, words));
    }

    private Mono<Page> search(FormState form, Words words) {
        PersonAsked asked =
                new PersonAsked(
                        form.value("nip"),
                        form.value("phone"),
                        form.value("email"),
                        form.value("name"),
                        form.value("eventId"));
        return people.search(asked, FIRST)
                .flatMap(hits -> page(form, hits, null, words))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                page(form.with(problem.errors()), null, null, words)
                                        .map(page -> page.because(problem)));
    }

    @PostMapping("/unduh")
    Mono<ResponseEntity<PeopleApi.Export>> export(Actor actor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(PrivacyPages::chosen)
                .flatMap(ids -> people.export(actor, ids))
                .map(
                        stored ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                ContentDisposition.attachment()
                                                        .filename("data-pribadi.json")
                                                        .build()
                                                        .toString())
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .body(new PeopleApi.Export(stored)));
    }

    private static List<UUID> chosen(MultiValueMap<String, String> fields) {
        FieldErrors errors = new FieldErrors();
        List<UUID> ids = EraseRequest.ids(fields.get("registrationId"), errors);
        errors.throwIfAny();
        return ids;
    }

    /** Shows first what would be erased, and erases when that page says so. */
    @PostMapping("/hapus")
    Mono<Page> erase(Actor actor, ServerWebExchange exchange, Words words) {
        return exchange.getFormData().flatMap(fields -> erase(actor, fields, words));
    }

    private Mono<Page> erase(Actor actor, MultiValueMap<String, String> fields, Words words) {
        FormState form = FormState.typed(fields);
        if (!form.has("step", "confirm")) {
            return confirm(chosen(fields), form, words);
        }
        EraseRequest request =
                new EraseRequest(
                        fields.get("registrationId"),
                        form.value("reason"),
                        form.has("confirm", "true"));
        return Mono.fromSupplier(request::read)
                .flatMap(wish -> people.erase(actor, wish))
                .map(count -> Page.redirect("/admin/privasi?dihapus=" + count))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                confirm(chosen(fields), form.with(problem.errors()), words)
                                        .map(page -> page.because(problem)));
    }

    private Mono<Page> confirm(List<UUID> ids, FormState form, Words words) {
        return people.toErase(ids)
                .map(
                        hits ->
                                shown(
                                        "privacy/erase",
                                        words.get("privacy.erase.title"),
                                        Map.of("hits", hits, "form", form)));
    }

    /** Field {@code dryRun} decides, as in the API. */
    @PostMapping("/masa-simpan")
    Mono<Page> run(Actor actor, ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(
                        form -> {
                            boolean isSure = form.has("confirm", "true");
                            if (form.has("dryRun", "true") || isSure) {
                                return retention
                                        .run(actor, !isSure)
                                        .flatMap(done -> page(form, null, done, words));
                            }
                            FieldError unsure = FieldError.of("confirm", "required");
                            Problem problem = Problem.invalid(List.of(unsure));
                            return page(form.with(problem.errors()), null, null, words)
                                    .map(page -> page.because(problem));
                        });
    }

    private Mono<Page> page(
            FormState form,
            @Nullable Listing<People.Hit> hits,
            Retention.@Nullable Done done,
            Words words) {
        return Mono.zip(retention.runs(LAST_RUNS), objections.open())
                .map(
                        found ->
                                new PrivacyView(
                                        settings,
                                        hits == null ? null : hits.items(),
                                        hits != null && hits.next() != null,
                                        done,
                                        found.getT1().items(),
                                        found.getT2(),
                                        clock.instant()))
                .map(
                        view ->
                                shown(
                                        "privacy/admin",
                                        words.get("privacy.title"),
                                        Map.of("view", view, "form", form)));
    }

    private static Page shown(String template, String title, Map<String, Object> model) {
        return Page.of(template, title, model).wide().secret();
    }
}
