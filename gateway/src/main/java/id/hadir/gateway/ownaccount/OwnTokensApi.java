package id.hadir.gateway.ownaccount;

import id.hadir.gateway.signin.ListedSignIn;
import id.hadir.gateway.signin.OwnSignIns;
import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.gateway.signin.SignInAuthentication;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The own tokens and sessions, to look through and to end. */
@RestController
class OwnTokensApi {

    private final OwnSignIns signIns;

    OwnTokensApi(OwnSignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/api/account/tokens")
    Mono<ResponseEntity<Listing<ListedSignIn>>> tokens(
            SignInAuthentication current, PageRequest page) {
        return signIns.list(Kind.TOKEN, current, page).map(OwnTokensApi::notStored);
    }

    @PostMapping("/api/account/tokens")
    Mono<ResponseEntity<OwnSignIns.MadeToken>> make(
            @RequestBody OwnSignIns.NewToken request,
            SignInAuthentication current,
            ServerHttpRequest http) {
        return signIns.makeToken(current, request, http)
                .map(
                        made ->
                                ResponseEntity.status(HttpStatus.CREATED)
                                        .cacheControl(CacheControl.noStore())
                                        .body(made));
    }

    @DeleteMapping("/api/account/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endToken(@PathVariable String id, SignInAuthentication current) {
        return signIns.end(Kind.TOKEN, current, PathId.of(id));
    }

    @GetMapping("/api/account/sessions")
    Mono<ResponseEntity<Listing<ListedSignIn>>> sessions(
            SignInAuthentication current, PageRequest page) {
        return signIns.list(Kind.SESSION, current, page).map(OwnTokensApi::notStored);
    }

    @DeleteMapping("/api/account/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endSession(@PathVariable String id, SignInAuthentication current) {
        return signIns.end(Kind.SESSION, current, PathId.of(id));
    }

    private static <T> ResponseEntity<T> notStored(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
