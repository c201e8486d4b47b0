package id.hadir.gateway.signin;

import id.hadir.gateway.signin.Identification.Attempt;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing in and out with a browser. */
@Controller
class SignInPages {

    static final String PATH = "/masuk";

    private final Identification identification;
    private final SecondStep secondStep;
    private final Sessions sessions;
    private final SingleSignOn singleSignOn;

    SignInPages(
            Identification identification,
            SecondStep secondStep,
            Sessions sessions,
            SingleSignOn singleSignOn) {
        this.identification = identification;
        this.secondStep = secondStep;
        this.sessions = sessions;
        this.singleSignOn = singleSignOn;
    }

    /**
     * @param again why the second step has come to nothing
     */
    @GetMapping(PATH)
    Mono<Page> form(
            @RequestParam(required = false) @Nullable String ke,
            @RequestParam(name = "lagi", required = false) @Nullable String again,
            Actor actor,
            Words words) {
        String refusal = again != null && SecondStepPages.OVER.contains(again) ? again : "";
        return Mono.just(
                actor.isSignedIn()
                        ? Page.redirect(ReturnPath.orElse(ke, Sessions.home(actor.role())))
                        : page(FormState.empty(), ke, refusal, words));
    }

    @PostMapping(PATH)
    Mono<Page> signIn(ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .flatMap(
                        form ->
                                Mono.defer(() -> attempt(exchange, form))
                                        .onErrorResume(
                                                Problem.class,
                                                refusal -> Mono.just(again(form, refusal, words))));
    }

    /** To the provider's end of the session by a page in between: a form may lead only to us. */
    @PostMapping("/keluar")
    Mono<Page> signOut(ServerWebExchange exchange, Words words) {
        return sessions.end(exchange)
                .doOnNext(
                        provider ->
                                exchange.getResponse()
                                        .getHeaders()
                                        .set("Refresh", "0;url=" + provider))
                .map(
                        provider ->
                                Page.of(
                                                "signin/leaving",
                                                words.get("signin.leaving"),
                                                Map.of("provider", provider.toString()))
                                        .secret())
                .defaultIfEmpty(Page.redirect("/"));
    }

    private Mono<Page> attempt(ServerWebExchange exchange, MultiValueMap<String, String> form) {
        String wanted = form.getFirst("ke");
        FieldErrors errors = new FieldErrors();
        Attempt attempt = Attempt.of(form.getFirst("username"), form.getFirst("password"), errors);
        errors.throwIfAny();
        return identification
                .identify(attempt, Origin.ofBrowser(exchange.getRequest()))
                .flatMap(
                        account ->
                                secondStep
                                        .begin(account)
                                        .map(begun -> toSecondStep(exchange, begun, wanted))
                                        .switchIfEmpty(
                                                Mono.defer(
                                                        () ->
                                                                sessions.open(
                                                                        exchange, account, false,
                                                                        wanted))));
    }

    private static Page toSecondStep(
            ServerWebExchange exchange, SecondStep.Begun begun, @Nullable String wanted) {
        exchange.getResponse()
                .addCookie(
                        HostCookie.PENDING.of(
                                exchange.getRequest(),
                                begun.credential().secret(),
                                SecondStep.TIME));
        String step = begun.enrolled() ? SecondStepPages.CODE : SecondStepPages.ENROL;
        String ke = ReturnPath.orElse(wanted, "");
        return Page.redirect(
                ke.isEmpty()
                        ? step
                        : step + "?ke=" + URLEncoder.encode(ke, StandardCharsets.UTF_8));
    }

    /** The form again, with what is wrong. */
    private Page again(MultiValueMap<String, String> form, Problem refusal, Words words) {
        FormState typed = FormState.typed(form).with(refusal.errors());
        String code = refusal.errors().isEmpty() ? refusal.code() : "";
        return page(typed, form.getFirst("ke"), code, words).because(refusal);
    }

    private Page page(FormState form, @Nullable String ke, String refusal, Words words) {
        return Page.of(
                "signin/form",
                words.get("signin.title"),
                Map.of(
                        "form",
                        form,
                        "returnTo",
                        ReturnPath.orElse(ke, ""),
                        "refusal",
                        refusal,
                        "singleSignOn",
                        singleSignOn));
    }
}
