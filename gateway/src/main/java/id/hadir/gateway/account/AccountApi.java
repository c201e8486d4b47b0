package id.hadir.gateway.account;

import id.hadir.kit.id.PathId;
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

    /** What is null does not narrow the list. */
    record Search(@Nullable String q, @Nullable String role, @Nullable Boolean active) {

        AccountFilter filter() {
            return AccountFilter.of(q, role, active == null ? null : active.toString());
        }
    }

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
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String active,
            PageRequest page) {
        return list(AccountFilter.of(null, role, active), page);
    }

    /** By POST: whoever is looked for is nothing for an address, which is kept in many places. */
    @PostMapping("/api/accounts/search")
    Mono<ResponseEntity<Listing<ManagedAccountView>>> search(
            @RequestBody Search search, PageRequest page) {
        return list(search.filter(), page);
    }

    private Mono<ResponseEntity<Listing<ManagedAccountView>>> list(
            AccountFilter filter, PageRequest page) {
        return administration
                .list(filter, page)
                .map(listing -> listing.map(ManagedAccountView::of))
                .map(view -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
    }

    @GetMapping("/api/accounts/{id}")
    Mono<ResponseEntity<ManagedAccountView>> show(@PathVariable String id) {
        return administration.find(PathId.of(id)).map(AccountApi::answer);
    }

    @PatchMapping(
            value = "/api/accounts/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    Mono<ResponseEntity<ManagedAccountView>> change(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody JsonNode patch,
            Actor admin) {
        return administration
                .change(
                        PathId.of(id),
                        IfMatch.required(ifMatch),
                        before -> AccountChange.patch(before, patch),
                        admin)
                .map(AccountApi::answer);
    }

    @PutMapping("/api/accounts/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> setPassword(@PathVariable String id, @RequestBody NewPassword request, Actor admin) {
        return administration.setPassword(PathId.of(id), request.password(), admin);
    }

    /** All tokens and sessions of the account are dead at once. */
    @DeleteMapping("/api/accounts/{id}/sign-ins")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endSignIns(@PathVariable String id) {
        return administration.endSignIns(PathId.of(id));
    }

    @DeleteMapping("/api/accounts/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeSecondFactor(@PathVariable String id, Actor admin) {
        return administration.removeSecondFactor(PathId.of(id), admin);
    }

    private static ResponseEntity<ManagedAccountView> answer(ManagedAccount managed) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(managed.account().version()))
                .cacheControl(CacheControl.noStore())
                .body(ManagedAccountView.of(managed));
    }
}
