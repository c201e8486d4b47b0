package id.hadir.gateway.ownaccount;

import id.hadir.gateway.account.AccountView;
import id.hadir.gateway.account.Accounts;
import id.hadir.gateway.signin.Origin;
import id.hadir.gateway.signin.OwnSignIns;
import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.gateway.signin.SignInAuthentication;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who am I, a new password, where I am signed in, and the way out. */
@Controller
class AccountPages {

    private static final String PATH = "/akun";

    /** What the page says has just been done. */
    private static final Set<String> NEWS = Set.of("password", "ended");

    private final Accounts accounts;
    private final PasswordChange passwords;
    private final OwnSignIns signIns;
    private final OwnSecondFactor secondFactor;

    AccountPages(
            Accounts accounts,
            PasswordChange passwords,
            OwnSignIns signIns,
            OwnSecondFactor secondFactor) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIns = signIns;
        this.secondFactor = secondFactor;
    }

    @GetMapping(PATH)
    Mono<Page> show(
            @RequestParam(name = "kabar", defaultValue = "") String news,
            SignInAuthentication current,
            Words words) {
        return page(current, FormState.empty(), NEWS.contains(news) ? news : "", "", words);
    }

    @PostMapping(PATH + "/kata-sandi")
    Mono<Page> changePassword(
            ServerWebExchange exchange, SignInAuthentication current, Words words) {
        return exchange.getFormData()
                .map(
                        form ->
                                new PasswordChange.Request(
                                        form.getFirst("current"), form.getFirst("password")))
                .flatMap(
                        request ->
                                passwords.change(
                                        current, request, Origin.ofBrowser(exchange.getRequest())))
                .thenReturn(Page.redirect(PATH + "?kabar=password"))
                .onErrorResume(Problem.class, refusal -> again(current, refusal, words));
    }

    @PostMapping(PATH + "/perangkat/{id}/akhiri")
    Mono<Page> endSession(@PathVariable String id, SignInAuthentication current) {
        return signIns.end(Kind.SESSION, current, PathId.of(id))
                .thenReturn(Page.redirect(PATH + "?kabar=ended"));
    }

    private Mono<Page> again(SignInAuthentication current, Problem refusal, Words words) {
        FormState form = FormState.empty().with(refusal.errors());
        String code = refusal.errors().isEmpty() ? refusal.code() : "";
        return page(current, form, "", code, words).map(page -> page.because(refusal));
    }

    private Mono<Page> page(
            SignInAuthentication current,
            FormState form,
            String news,
            String refusal,
            Words words) {
        return Mono.zip(
                        accounts.withAgencyName(current.account(), current.actor()),
                        signIns.list(Kind.SESSION, current, PageRequest.first(PageRequest.MOST)),
                        secondFactor.isEnrolled(current),
                        accounts.hasPassword(current.account()))
                .map(
                        found ->
                                Map.<String, Object>of(
                                        "account",
                                        AccountView.of(found.getT1()),
                                        "sessions",
                                        found.getT2().items(),
                                        "secondFactor",
                                        found.getT3(),
                                        "hasPassword",
                                        found.getT4(),
                                        "form",
                                        form,
                                        "news",
                                        news,
                                        "refusal",
                                        refusal))
                .map(model -> Page.of("ownaccount/show", words.get("account.title"), model));
    }
}
