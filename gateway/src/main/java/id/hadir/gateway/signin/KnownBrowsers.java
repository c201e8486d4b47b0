package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The browsers in which an account has signed in before. Tries from there are counted by
 * themselves, so that nobody elsewhere can slow their owner down by guessing; the cookie opens
 * nothing.
 */
@Component
class KnownBrowsers {

    static final Duration REMEMBERED_FOR = Duration.ofDays(180);

    private final KnownBrowserStore store;
    private final Clock clock;

    KnownBrowsers(KnownBrowserStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Mono<Boolean> knows(Origin origin, String username) {
        return Mono.justOrEmpty(origin.browser())
                .map(Credential::new)
                .flatMap(browser -> store.knows(browser, username))
                .defaultIfEmpty(false);
    }

    /**
     * The cookie by which this browser is known from now on: the one it has where several people
     * share it, unless that is none of ours.
     */
    Mono<ResponseCookie> remember(ServerHttpRequest request, Account account) {
        String cookie = HostCookie.KNOWN.read(request);
        Credential browser =
                cookie != null && cookie.length() == Credential.LENGTH
                        ? new Credential(cookie)
                        : Credential.random();
        return store.remember(browser, account.id())
                .thenReturn(HostCookie.KNOWN.of(request, browser.secret(), REMEMBERED_FOR));
    }

    Mono<Void> forgetOld() {
        return store.removeOlderThan(clock.instant().minus(REMEMBERED_FOR));
    }
}
