package id.hadir.gateway.ownaccount;

import id.hadir.gateway.signin.Origin;
import id.hadir.gateway.signin.SignInAuthentication;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PasswordApi {

    private final PasswordChange passwords;

    PasswordApi(PasswordChange passwords) {
        this.passwords = passwords;
    }

    @PutMapping("/api/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> change(
            @RequestBody PasswordChange.Request request,
            SignInAuthentication current,
            ServerHttpRequest http) {
        return passwords.change(current, request, Origin.ofBrowser(http));
    }
}
