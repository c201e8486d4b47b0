package id.hadir.gateway.account;

import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class AccountApi {

    record NewPassword(@Nullable String password) {}

    private final Accounts accounts;
    private final AccountAdministration administration;

    AccountApi(Accounts accounts, AccountAdministration administration) {
        this.accounts = accounts;
        this.administration = administration;
    }

    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AccountView> create(@RequestBody NewAccount request, Actor admin) {
        return accounts.create(request, admin).map(AccountView::of);
    }

    @GetMapping("/api/accounts")
    Mono<ResponseEntity<Listing<ManagedAccountView>>> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String active,
            PageRequest page) {
        return administration
                .list(AccountFilter.of(q, role, active), page)
                .map(listing -> listing.map(ManagedAccountView::of))
                .map(view -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
    }

    @GetMapping("/api/accounts/{username}")
    Mono<ResponseEntity<ManagedAccountView>> show(@PathVariable String username) {
        return administration.find(username).map(AccountApi::answer);
    }

    @PatchMapping(
            value = "/api/accounts/{username}",
            consumes = {"application/json", "application/merge-patch+json"})
    Mono<ResponseEntity<ManagedAccountView>> change(
            @PathVariable String username,
            @RequestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody JsonNode patch,
            Actor admin) {
        return administration
                .change(
                        username,
                        IfMatch.required(ifMatch),
                        before -> AccountChange.patch(before, patch),
                        admin)
                .map(AccountApi::answer);
    }

    @PutMapping("/api/accounts/{username}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> setPassword(
            @PathVariable String username, @RequestBody NewPassword request, Actor admin) {
        return administration.setPassword(username, request.password(), admin);
    }

    /** All tokens and sessions of the account are dead at once. */
    @DeleteMapping("/api/accounts/{username}/sign-ins")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endSignIns(@PathVariable String username) {
        return administration.endSignIns(username);
    }

    @DeleteMapping("/api/accounts/{username}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeSecondFactor(@PathVariable String username, Actor admin) {
        return administration.removeSecondFactor(username, admin);
    }

    private static ResponseEntity<ManagedAccountView> answer(ManagedAccount managed) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(managed.account().version()))
                .cacheControl(CacheControl.noStore())
                .body(ManagedAccountView.of(managed));
    }
}
