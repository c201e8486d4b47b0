package id.hadir.gateway.signin;

import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

    private final SignIns signIns;
    private final SignInSettings settings;

    SignInPages(SignIns signIns, SignInSettings settings) {
        this.signIns = signIns;
        this.settings = settings;
    }

    @GetMapping(PATH)
    Mono<Page> form(@RequestParam(required = false) @Nullable String ke, Actor actor, Words words) {
        return Mono.just(
                actor.isSignedIn()
                        ? Page.redirect(ReturnPath.orElse(ke, home(actor)))
                        : page(FormState.empty(), ke, "", words));
    }

    @PostMapping(PATH)
    Mono<Page> signIn(ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .flatMap(
                        form ->
                                Mono.defer(() -> attempt(exchange, form))
                                        .map(issued -> welcome(exchange, issued, form))
                                        .onErrorResume(
                                                Problem.class,
                                                refusal ->
                                                        Mono.just(
                                                                again(
                                                                        exchange, form, refusal,
                                                                        words))));
    }

    @PostMapping("/keluar")
    Mono<Page> signOut(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(SessionCookie.removed(exchange.getRequest()));
        return Mono.justOrEmpty(SessionCookie.read(exchange.getRequest()))
                .flatMap(signIns::end)
                .thenReturn(Page.redirect("/"));
    }

    private Mono<SignIns.Issued> attempt(
            ServerWebExchange exchange, MultiValueMap<String, String> form) {
        return signIns.signIn(
                Kind.SESSION,
                new SignIns.Attempt(form.getFirst("username"), form.getFirst("password")),
                Origin.ofBrowser(exchange.getRequest()));
    }

    private Page welcome(
            ServerWebExchange exchange, SignIns.Issued issued, MultiValueMap<String, String> form) {
        exchange.getResponse()
                .addCookie(
                        SessionCookie.of(
                                exchange.getRequest(),
                                issued.credential().secret(),
                                settings.sessionLifetime()));
        String home = home(issued.signIn().actor());
        return Page.redirect(ReturnPath.orElse(form.getFirst("ke"), home));
    }

    /** The form again, with what is wrong. */
    private Page again(
            ServerWebExchange exchange,
            MultiValueMap<String, String> form,
            Problem refusal,
            Words words) {
        Duration wait = refusal.retryAfter();
        if (wait != null) {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        }
        FormState typed = FormState.typed(form).with(refusal.errors());
        String code = refusal.errors().isEmpty() ? refusal.code() : "";
        return page(typed, form.getFirst("ke"), code, words).status(refusal.status());
    }

    private Page page(FormState form, @Nullable String ke, String refusal, Words words) {
        return Page.of(
                "signin/form",
                words.get("signin.title"),
                Map.of("form", form, "returnTo", ReturnPath.orElse(ke, ""), "refusal", refusal));
    }

    private static String home(Actor actor) {
        return actor.role() == Role.OFFICIAL ? "/laporan" : "/panitia";
    }
}
