package id.hadir.gateway.ownaccount;

import id.hadir.gateway.secondfactor.Enrolment;
import id.hadir.gateway.signin.Origin;
import id.hadir.gateway.signin.SignInAuthentication;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SecondFactorApi {

    private static final String PATH = "/api/account/second-factor";

    record Proof(@Nullable String password, @Nullable String code) {}

    record Recovery(List<String> recoveryCodes) {}

    private final OwnSecondFactor factor;

    SecondFactorApi(OwnSecondFactor factor) {
        this.factor = factor;
    }

    @PostMapping(PATH)
    Mono<ResponseEntity<Enrolment>> begin(
            @RequestBody Proof proof, SignInAuthentication current, ServerHttpRequest http) {
        return factor.begin(current, proof.password(), Origin.ofBrowser(http))
                .map(SecondFactorApi::notStored);
    }

    @PutMapping(PATH)
    Mono<ResponseEntity<Recovery>> confirm(
            @RequestBody Proof proof, SignInAuthentication current, ServerHttpRequest http) {
        return factor.confirm(current, proof.code(), Origin.ofBrowser(http))
                .map(Recovery::new)
                .map(SecondFactorApi::notStored);
    }

    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @RequestBody Proof proof, SignInAuthentication current, ServerHttpRequest http) {
        return factor.remove(current, proof.password(), proof.code(), Origin.ofBrowser(http));
    }

    private static <T> ResponseEntity<T> notStored(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
