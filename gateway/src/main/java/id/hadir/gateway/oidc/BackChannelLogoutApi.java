package id.hadir.gateway.oidc;

import id.hadir.gateway.signin.SingleSignOn;
import id.hadir.kit.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where the provider itself says that somebody has signed out (OpenID Connect Back-Channel Logout
 * 1.0): 200 when the sessions have ended, 400 for a token that is none of its, or not for the first
 * time.
 */
@Controller
class BackChannelLogoutApi {

    private final ObjectProvider<BackChannelLogout> logout;

    BackChannelLogoutApi(ObjectProvider<BackChannelLogout> logout) {
        this.logout = logout;
    }

    @PostMapping(SingleSignOn.PATH + "/keluar")
    Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        BackChannelLogout found = logout.getIfAvailable();
        if (found == null) {
            return Mono.error(Problem.notFound());
        }
        return exchange.getFormData()
                .mapNotNull(form -> form.getFirst("logout_token"))
                .switchIfEmpty(Mono.error(BackChannelLogoutApi::malformed))
                .flatMap(found::obey)
                .filter(obeyed -> obeyed)
                .switchIfEmpty(Mono.error(BackChannelLogoutApi::malformed))
                .map(_ -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).build());
    }

    private static Problem malformed() {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed");
    }
}
