package id.hadir.gateway.oidc;

import id.hadir.gateway.signin.ReturnPath;
import id.hadir.gateway.signin.SingleSignOn;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** To the provider, and back from it. Without a provider there is no such page. */
@Controller
class OidcPages {

    static final String BACK = SingleSignOn.PATH + "/kembali";

    private final ObjectProvider<CodeFlow> flow;
    private final ObjectProvider<OidcSignIn> signIn;
    private final ObjectProvider<OidcSignOut> signOut;

    OidcPages(
            ObjectProvider<CodeFlow> flow,
            ObjectProvider<OidcSignIn> signIn,
            ObjectProvider<OidcSignOut> signOut) {
        this.flow = flow;
        this.signIn = signIn;
        this.signOut = signOut;
    }

    @GetMapping(SingleSignOn.PATH)
    Mono<Page> begin(
            @RequestParam(required = false) @Nullable String ke,
            ServerWebExchange exchange,
            Words words) {
        return Mono.justOrEmpty(flow.getIfAvailable())
                .flatMap(found -> found.begin(exchange, ReturnPath.orElse(ke, "")))
                .map(provider -> Page.redirect(provider.toString()))
                .onErrorResume(Problem.class, refusal -> refused(refusal, Mono.empty(), words));
    }

    @GetMapping(BACK)
    Mono<Page> back(ServerWebExchange exchange, Words words) {
        return Mono.justOrEmpty(flow.getIfAvailable())
                .flatMap(found -> found.finish(exchange))
                .flatMap(vouched -> open(exchange, vouched, words))
                .onErrorResume(Problem.class, refusal -> refused(refusal, Mono.empty(), words));
    }

    /** Who is refused here is still signed in there, and may want to be somebody else. */
    private Mono<Page> open(ServerWebExchange exchange, CodeFlow.Vouched vouched, Words words) {
        String idToken = vouched.user().getIdToken().getTokenValue();
        return signIn.getObject()
                .open(exchange, vouched)
                .onErrorResume(
                        Problem.class,
                        refusal ->
                                refused(
                                        refusal,
                                        signOut.getObject()
                                                .addressFor(idToken, exchange.getRequest())
                                                .map(Object::toString),
                                        words));
    }

    private static Mono<Page> refused(Problem refusal, Mono<String> elsewhere, Words words) {
        return elsewhere
                .defaultIfEmpty("")
                .map(
                        address ->
                                Page.of(
                                                "signin/refused",
                                                words.get("problem." + refusal.code() + ".title"),
                                                Map.of(
                                                        "refusal",
                                                        refusal.code(),
                                                        "elsewhere",
                                                        address))
                                        .secret()
                                        .because(refusal));
    }
}
