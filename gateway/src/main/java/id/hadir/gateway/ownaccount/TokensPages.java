package id.hadir.gateway.ownaccount;

import id.hadir.gateway.signin.OwnSignIns;
import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.gateway.signin.SignInAuthentication;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tokens for the programs of whoever is signed in. */
@Controller
class TokensPages {

    private static final String PATH = "/akun/token";

    /** For how many days a token can be had on the page. */
    private static final List<String> DAYS = List.of("7", "30", "90", "365");

    private final OwnSignIns signIns;
    private final Clock clock;

    TokensPages(OwnSignIns signIns, Clock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Page> show(SignInAuthentication current, PageRequest rows, Words words) {
        return page(current, rows, FormState.empty(), "", "", words);
    }

    @PostMapping(PATH)
    Mono<Page> make(ServerWebExchange exchange, SignInAuthentication current, Words words) {
        PageRequest rows = PageRequest.first(PageRequest.USUAL);
        return exchange.getFormData()
                .flatMap(
                        form ->
                                Mono.defer(
                                                () ->
                                                        signIns.makeToken(
                                                                current,
                                                                request(form),
                                                                exchange.getRequest()))
                                        .flatMap(
                                                made ->
                                                        page(
                                                                current,
                                                                rows,
                                                                FormState.empty(),
                                                                made.token(),
                                                                "",
                                                                words))
                                        .onErrorResume(
                                                Problem.class,
                                                refusal ->
                                                        page(
                                                                        current,
                                                                        rows,
                                                                        FormState.typed(form)
                                                                                .with(
                                                                                        refusal
                                                                                                .errors()),
                                                                        "",
                                                                        code(refusal),
                                                                        words)
                                                                .map(p -> p.because(refusal))));
    }

    @PostMapping(PATH + "/{id}/cabut")
    Mono<Page> end(@PathVariable String id, SignInAuthentication current) {
        return signIns.end(Kind.TOKEN, current, PathId.of(id)).thenReturn(Page.redirect(PATH));
    }

    private OwnSignIns.NewToken request(MultiValueMap<String, String> form) {
        String days = form.getFirst("days");
        return new OwnSignIns.NewToken(
                form.getFirst("name"), expiry(days), form.getFirst("password"));
    }

    private @Nullable String expiry(@Nullable String days) {
        if (days == null || !DAYS.contains(days)) {
            return null;
        }
        return clock.instant().plus(Duration.ofDays(Long.parseLong(days))).toString();
    }

    private static String code(Problem refusal) {
        return refusal.errors().isEmpty() ? refusal.code() : "";
    }

    /**
     * @param token just made, shown this once; else empty
     */
    private Mono<Page> page(
            SignInAuthentication current,
            PageRequest rows,
            FormState form,
            String token,
            String refusal,
            Words words) {
        return signIns.list(Kind.TOKEN, current, rows)
                .map(
                        tokens ->
                                Map.<String, Object>of(
                                        "tokens", tokens,
                                        "form", form,
                                        "days", DAYS,
                                        "token", token,
                                        "refusal", refusal))
                .map(model -> Page.of("ownaccount/tokens", words.get("tokens.title"), model))
                .map(Page::secret);
    }
}
