package id.hadir.gateway.ownaccount;

import id.hadir.gateway.signin.Origin;
import id.hadir.gateway.signin.SignInAuthentication;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The second factor of whoever is signed in: on, off, and its recovery codes. */
@Controller
class SecondFactorPages {

    private static final String PATH = "/akun/dua-langkah";

    private final OwnSecondFactor factor;

    SecondFactorPages(OwnSecondFactor factor) {
        this.factor = factor;
    }

    @GetMapping(PATH)
    Mono<Page> show(SignInAuthentication current, Words words) {
        return page(current, FormState.empty(), "", words);
    }

    /** Shows the secret, in answer to the password alone: whoever reloads is asked again. */
    @PostMapping(PATH)
    Mono<Page> begin(ServerWebExchange exchange, SignInAuthentication current, Words words) {
        return act(
                exchange,
                form -> factor.begin(current, form.getFirst("password"), origin(exchange)),
                enrolment -> {
                    Map<String, Object> model = enrolModel(FormState.empty(), "");
                    model.put("enrolment", enrolment);
                    return enrolPage(model, words);
                },
                refusal -> again(current, refusal, words));
    }

    @PostMapping(PATH + "/kode")
    Mono<Page> confirm(ServerWebExchange exchange, SignInAuthentication current, Words words) {
        return act(
                exchange,
                form ->
                        factor.confirm(
                                current,
                                form.getFirst("code"),
                                Origin.ofBrowser(exchange.getRequest())),
                codes ->
                        Page.of(
                                        "secondfactor/recovery",
                                        words.get("factor.recovery"),
                                        Map.of("codes", codes, "next", PATH))
                                .secret(),
                refusal ->
                        Mono.just(
                                enrolPage(enrolModel(wrong(refusal), unnamed(refusal)), words)
                                        .because(refusal)));
    }

    @PostMapping(PATH + "/hapus")
    Mono<Page> remove(ServerWebExchange exchange, SignInAuthentication current, Words words) {
        return act(
                exchange,
                form ->
                        factor.remove(
                                        current,
                                        form.getFirst("password"),
                                        form.getFirst("code"),
                                        origin(exchange))
                                .thenReturn(true),
                _ -> Page.redirect(PATH),
                refusal -> again(current, refusal, words));
    }

    private static <T> Mono<Page> act(
            ServerWebExchange exchange,
            Function<MultiValueMap<String, String>, Mono<T>> action,
            Function<T, Page> done,
            Function<Problem, Mono<Page>> refused) {
        return exchange.getFormData()
                .flatMap(form -> Mono.defer(() -> action.apply(form)).map(done))
                .onErrorResume(Problem.class, refused);
    }

    private Mono<Page> again(SignInAuthentication current, Problem refusal, Words words) {
        return page(current, wrong(refusal), unnamed(refusal), words)
                .map(page -> page.because(refusal));
    }

    private static FormState wrong(Problem refusal) {
        return FormState.empty().with(refusal.errors());
    }

    /** The code of a refusal that belongs to no field. */
    private static String unnamed(Problem refusal) {
        return refusal.errors().isEmpty() ? refusal.code() : "";
    }

    private Mono<Page> page(
            SignInAuthentication current, FormState form, String refusal, Words words) {
        return factor.isEnrolled(current)
                .map(
                        enrolled ->
                                Map.<String, Object>of(
                                        "form", form, "enrolled", enrolled, "refusal", refusal))
                .map(model -> Page.of("ownaccount/secondfactor", words.get("factor.title"), model));
    }

    private static Map<String, Object> enrolModel(FormState form, String refusal) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("refusal", refusal);
        model.put("action", PATH + "/kode");
        model.put("restart", PATH);
        model.put("returnTo", "");
        return model;
    }

    private static Page enrolPage(Map<String, Object> model, Words words) {
        return Page.of("secondfactor/enrol", words.get("factor.title"), model).secret();
    }

    private static Origin origin(ServerWebExchange exchange) {
        return Origin.ofBrowser(exchange.getRequest());
    }
}
