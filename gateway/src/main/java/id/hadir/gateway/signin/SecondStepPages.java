package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.secondfactor.SecondFactor;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** After these only the password helps. */
    static final Set<String> OVER = Set.of("sign-in-over", "too-many-codes");

    private final SecondStep step;
    private final SecondFactor factor;
    private final Sessions sessions;

    SecondStepPages(SecondStep step, SecondFactor factor, Sessions sessions) {
        this.step = step;
        this.factor = factor;
        this.sessions = sessions;
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
                .flatMap(account -> enrolPage(account, FormState.empty(), "", ke, words))
                .onErrorResume(Problem.class, SecondStepPages::fromTheStart);
    }

    @PostMapping(ENROL)
    Mono<Page> confirm(ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .flatMap(
                        form ->
                                step.pending(secret(exchange))
                                        .flatMap(account -> confirm(exchange, account, form, words))
                                        .onErrorResume(
                                                Problem.class, SecondStepPages::fromTheStart));
    }

    private Mono<Page> confirm(
            ServerWebExchange exchange,
            Account account,
            MultiValueMap<String, String> form,
            Words words) {
        String ke = form.getFirst("ke");
        return step.enrol(
                        account,
                        form.getFirst("code"),
                        null,
                        Origin.ofBrowser(exchange.getRequest()))
                .delayUntil(_ -> step.end(secret(exchange)))
                .flatMap(
                        enrolled ->
                                whereNext(exchange, enrolled.account(), ke)
                                        .map(
                                                next ->
                                                        recoveryPage(
                                                                enrolled.recoveryCodes(),
                                                                next,
                                                                words)))
                .onErrorResume(
                        Problem.class,
                        refusal -> {
                            FormState wrong = FormState.empty().with(refusal.errors());
                            String code = refusal.errors().isEmpty() ? refusal.code() : "";
                            return enrolPage(account, wrong, code, ke, words)
                                    .map(page -> page.because(refusal));
                        });
    }

    /** The recovery codes are shown this once, so also where no session could be opened. */
    private Mono<String> whereNext(
            ServerWebExchange exchange, Account account, @Nullable String ke) {
        return sessions.open(exchange, account, true, ke)
                .map(Page::template)
                .onErrorReturn(Problem.class, SignInPages.PATH);
    }

    /** With the secret that waits for its first code; where another tab was faster, its code. */
    private Mono<Page> enrolPage(
            Account account, FormState form, String refusal, @Nullable String ke, Words words) {
        return factor.pending(account.id(), account.username())
                .map(
                        enrolment ->
                                Page.of(
                                                "secondfactor/enrol",
                                                words.get("factor.title"),
                                                Map.of(
                                                        "form", form,
                                                        "enrolment", enrolment,
                                                        "refusal", refusal,
                                                        "action", ENROL,
                                                        "returnTo", ReturnPath.orElse(ke, "")))
                                        .secret())
                .defaultIfEmpty(Page.redirect(CODE));
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
        return OVER.contains(refusal.code());
    }

    private static @Nullable String secret(ServerWebExchange exchange) {
        return HostCookie.PENDING.read(exchange.getRequest());
    }
}
