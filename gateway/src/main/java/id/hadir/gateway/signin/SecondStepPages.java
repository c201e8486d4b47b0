package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.Accounts;
import id.hadir.gateway.secondfactor.SecondFactor;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * After the password: the code of the authenticator app, or setting one up where it is required.
 */
@Controller
class SecondStepPages {

    static final String CODE = SignInPages.PATH + "/kode";
    static final String ENROL = SignInPages.PATH + "/dua-langkah";

    private final SecondStep step;
    private final SecondFactor factor;
    private final Sessions sessions;
    private final Accounts accounts;

    SecondStepPages(SecondStep step, SecondFactor factor, Sessions sessions, Accounts accounts) {
        this.step = step;
        this.factor = factor;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @GetMapping(CODE)
    Mono<Page> askForCode(
            @RequestParam(required = false) @Nullable String ke,
            ServerWebExchange exchange,
            Words words) {
        return step.pending(secret(exchange))
                .map(_ -> codePage(FormState.empty(), ke, "", words))
                .onErrorResume(Problem.class, SecondStepPages::fromTheStart);
    }

    @PostMapping(CODE)
    Mono<Page> takeCode(ServerWebExchange exchange, Words words) {
        Origin origin = Origin.ofBrowser(exchange.getRequest());
        return exchange.getFormData()
                .flatMap(
                        form ->
                                step.finish(secret(exchange), form.getFirst("code"), origin)
                                        .flatMap(
                                                account ->
                                                        sessions.open(
                                                                exchange,
                                                                account,
                                                                true,
                                                                form.getFirst("ke")))
                                        .onErrorResume(
                                                Problem.class,
                                                refusal -> again(form, refusal, words)));
    }

    private static Mono<Page> again(
            MultiValueMap<String, String> form, Problem refusal, Words words) {
        if (isOver(refusal)) {
            return fromTheStart(refusal);
        }
        FormState typed = FormState.empty().with(refusal.errors());
        String code = refusal.errors().isEmpty() ? refusal.code() : "";
        return Mono.just(codePage(typed, form.getFirst("ke"), code, words).because(refusal));
    }

    @GetMapping(ENROL)
    Mono<Page> enrol(
            @RequestParam(required = false) @Nullable String ke,
            ServerWebExchange exchange,
            Words words) {
        return step.pending(secret(exchange))
                .flatMap(account -> factor.begin(account.id(), account.username()))
                .map(
                        enrolment -> {
                            Map<String, Object> model = enrolModel(FormState.empty(), ke);
                            model.put("enrolment", enrolment);
                            return enrolPage(model, words);
                        })
                .onErrorResume(Problem.class, SecondStepPages::fromTheStart);
    }

    /** The secret is shown once; after a wrong code it is typed again, or all begun anew. */
    @PostMapping(ENROL)
    Mono<Page> confirm(ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .flatMap(
                        form ->
                                step.pending(secret(exchange))
                                        .flatMap(account -> confirm(exchange, account, form, words))
                                        .onErrorResume(
                                                Problem.class,
                                                refusal ->
                                                        isOver(refusal)
                                                                ? fromTheStart(refusal)
                                                                : Mono.just(
                                                                        enrolPage(
                                                                                        wrong(
                                                                                                form,
                                                                                                refusal),
                                                                                        words)
                                                                                .because(
                                                                                        refusal))));
    }

    private Mono<Page> confirm(
            ServerWebExchange exchange,
            Account account,
            MultiValueMap<String, String> form,
            Words words) {
        Origin origin = Origin.ofBrowser(exchange.getRequest());
        return step.enrol(account, form.getFirst("code"), origin)
                .delayUntil(_ -> accounts.endSignIns(account, null))
                .delayUntil(_ -> step.end(secret(exchange)))
                .flatMap(
                        codes ->
                                sessions.open(exchange, account, true, form.getFirst("ke"))
                                        .map(next -> recoveryPage(codes, next.template(), words)));
    }

    private static Map<String, Object> wrong(MultiValueMap<String, String> form, Problem refusal) {
        return enrolModel(FormState.empty().with(refusal.errors()), form.getFirst("ke"));
    }

    private static Map<String, Object> enrolModel(FormState form, @Nullable String ke) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("action", ENROL);
        model.put("restart", ENROL);
        model.put("returnTo", ReturnPath.orElse(ke, ""));
        return model;
    }

    private static Page enrolPage(Map<String, Object> model, Words words) {
        return Page.of("secondfactor/enrol", words.get("factor.title"), model).secret();
    }

    private static Page recoveryPage(List<String> codes, String next, Words words) {
        return Page.of(
                        "secondfactor/recovery",
                        words.get("factor.recovery"),
                        Map.of("codes", codes, "next", next))
                .secret();
    }

    private static Page codePage(FormState form, @Nullable String ke, String refusal, Words words) {
        return Page.of(
                "signin/code",
                words.get("factor.code.title"),
                Map.of("form", form, "returnTo", ReturnPath.orElse(ke, ""), "refusal", refusal));
    }

    private static Mono<Page> fromTheStart(Problem over) {
        return Mono.just(Page.redirect(SignInPages.PATH + "?lagi=" + over.code()));
    }

    private static boolean isOver(Problem refusal) {
        return refusal.code().equals("sign-in-over");
    }

    private static @Nullable String secret(ServerWebExchange exchange) {
        return HostCookie.PENDING.read(exchange.getRequest());
    }
}
