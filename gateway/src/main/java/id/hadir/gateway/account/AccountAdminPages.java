package id.hadir.gateway.account;

import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** For administrators: the list of accounts, one of them, a new one. */
@Controller
class AccountAdminPages {

    private static final String LIST = "/admin/akun";
    private static final String NEW = LIST + "/baru";
    private static final String ONE = LIST + "/{id}";

    /** What a page says has just been done. */
    private static final Set<String> NEWS = Set.of("made", "saved", "password", "ended", "factor");

    private final AccountAdministration administration;
    private final Accounts accounts;
    private final AgencyNames agencies;

    AccountAdminPages(
            AccountAdministration administration, Accounts accounts, AgencyNames agencies) {
        this.administration = administration;
        this.accounts = accounts;
        this.agencies = agencies;
    }

    @GetMapping(LIST)
    Mono<Page> list(Words words) {
        return list(AccountFilter.NONE, PageRequest.first(PageRequest.USUAL), words);
    }

    /** By POST: whoever is looked for is nothing for an address, which is kept in many places. */
    @PostMapping(LIST)
    Mono<Page> search(ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .flatMap(
                        form ->
                                list(
                                        AccountFilter.of(
                                                form.getFirst("q"),
                                                form.getFirst("role"),
                                                form.getFirst("active")),
                                        new PageRequest(
                                                PageRequest.USUAL, cursor(form.getFirst("cursor"))),
                                        words));
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Cursor.parse(text);
    }

    private Mono<Page> list(AccountFilter filter, PageRequest page, Words words) {
        String title = words.get("accounts.title");
        return administration
                .list(filter, page)
                .map(listing -> Map.<String, Object>of("filter", filter, "listing", listing))
                .map(model -> Page.of("account/list", title, model).wide());
    }

    @GetMapping(NEW)
    Mono<Page> blank(Actor admin, Words words) {
        return newPage(FormState.empty(), admin, words);
    }

    @PostMapping(NEW)
    Mono<Page> create(ServerWebExchange exchange, Actor admin, Words words) {
        return exchange.getFormData()
                .flatMap(
                        form ->
                                Mono.defer(
                                                () ->
                                                        accounts.create(
                                                                AccountForm.newAccount(form),
                                                                admin))
                                        .map(made -> done(made.id().toString(), "made"))
                                        .onErrorResume(
                                                Problem.class,
                                                refusal ->
                                                        newPage(
                                                                        AccountForm.wrong(
                                                                                form, refusal),
                                                                        admin,
                                                                        words)
                                                                .map(p -> p.because(refusal))));
    }

    @GetMapping(ONE)
    Mono<Page> show(
            @PathVariable String id,
            @RequestParam(name = "kabar", defaultValue = "") String news,
            Actor admin) {
        return administration
                .find(PathId.of(id))
                .flatMap(
                        found ->
                                page(
                                        found,
                                        AccountForm.of(found),
                                        NEWS.contains(news) ? news : "",
                                        "",
                                        admin));
    }

    @PostMapping(ONE)
    Mono<Page> change(@PathVariable String id, ServerWebExchange exchange, Actor admin) {
        return act(
                id,
                exchange,
                admin,
                "saved",
                form ->
                        administration
                                .change(
                                        PathId.of(id),
                                        IfMatch.typed(form.getFirst("version")),
                                        _ -> AccountForm.change(form),
                                        admin)
                                .then());
    }

    @PostMapping(ONE + "/kata-sandi")
    Mono<Page> setPassword(@PathVariable String id, ServerWebExchange exchange, Actor admin) {
        return act(
                id,
                exchange,
                admin,
                "password",
                form ->
                        administration.setPassword(
                                PathId.of(id), form.getFirst("password"), admin));
    }

    @PostMapping(ONE + "/keluarkan")
    Mono<Page> endSignIns(@PathVariable String id, ServerWebExchange exchange, Actor admin) {
        return act(id, exchange, admin, "ended", _ -> administration.endSignIns(PathId.of(id)));
    }

    @PostMapping(ONE + "/dua-langkah/hapus")
    Mono<Page> removeSecondFactor(
            @PathVariable String id, ServerWebExchange exchange, Actor admin) {
        return act(
                id,
                exchange,
                admin,
                "factor",
                _ -> administration.removeSecondFactor(PathId.of(id), admin));
    }

    /**
     * Does it and shows the account; a refusal stands above the form, which keeps what is typed.
     */
    private Mono<Page> act(
            String id,
            ServerWebExchange exchange,
            Actor admin,
            String news,
            Function<MultiValueMap<String, String>, Mono<Void>> action) {
        return exchange.getFormData()
                .flatMap(
                        form ->
                                Mono.defer(() -> action.apply(form))
                                        .thenReturn(done(id, news))
                                        .onErrorResume(
                                                Problem.class,
                                                refusal -> again(id, form, refusal, admin)));
    }

    private Mono<Page> again(
            String id, MultiValueMap<String, String> form, Problem refusal, Actor admin) {
        return administration
                .find(PathId.of(id))
                .flatMap(
                        found -> {
                            FormState typed =
                                    form.containsKey("version")
                                            ? AccountForm.wrong(form, refusal)
                                            : AccountForm.of(found).with(refusal.errors());
                            String code = refusal.errors().isEmpty() ? refusal.code() : "";
                            return page(found, typed, "", code, admin);
                        })
                .map(page -> page.because(refusal));
    }

    private static Page done(String id, String news) {
        return Page.redirect(LIST + "/" + id + "?kabar=" + news);
    }

    private Mono<Page> page(
            ManagedAccount found, FormState form, String news, String refusal, Actor admin) {
        return agencies.all(admin)
                .map(
                        all ->
                                Map.<String, Object>of(
                                        "managed", found,
                                        "form", form,
                                        "news", news,
                                        "refusal", refusal,
                                        "agencies", all))
                .map(model -> Page.of("account/show", found.account().name(), model));
    }

    private Mono<Page> newPage(FormState form, Actor admin, Words words) {
        String title = words.get("accounts.new");
        return agencies.all(admin)
                .map(all -> Map.<String, Object>of("form", form, "agencies", all))
                .map(model -> Page.of("account/new", title, model));
    }
}
