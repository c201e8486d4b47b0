package id.hadir.gateway.signin;

import id.hadir.gateway.account.AccountView;
import id.hadir.gateway.account.Accounts;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** Who am I, and the way out. */
@Controller
class AccountPages {

    private final Accounts accounts;

    AccountPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/akun")
    Mono<Page> show(SignInAuthentication current, Words words) {
        String title = words.get("account.title");
        return accounts.withAgencyName(current.signIn().account(), current.actor())
                .map(AccountView::of)
                .map(account -> Page.of("signin/account", title, Map.of("account", account)));
    }
}
