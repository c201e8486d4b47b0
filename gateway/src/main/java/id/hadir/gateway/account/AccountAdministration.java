package id.hadir.gateway.account;

import id.hadir.gateway.secondfactor.SecondFactor;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What administrators do with the accounts of others. */
@Service
class AccountAdministration {

    private final AccountQueries queries;
    private final AccountStore store;
    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final Audit audit;
    private final TransactionalOperator transaction;

    AccountAdministration(
            AccountQueries queries,
            AccountStore store,
            Accounts accounts,
            SecondFactor secondFactor,
            Audit audit,
            TransactionalOperator transaction) {
        this.queries = queries;
        this.store = store;
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.audit = audit;
        this.transaction = transaction;
    }

    Mono<Listing<ManagedAccount>> list(AccountFilter filter, PageRequest page) {
        return queries.list(filter, page);
    }

    /** Fails with {@code not-found}. */
    Mono<ManagedAccount> find(UUID id) {
        return queries.find(id).switchIfEmpty(Mono.error(Problem::notFound));
    }

    /**
     * Fails with {@code not-found}, {@code precondition-failed}, {@code invalid} or {@code
     * last-admin}. A change of rights ends the sign-ins of the account: they carry the old ones.
     */
    Mono<ManagedAccount> change(
            UUID id, IfMatch version, Function<ManagedAccount, AccountChange> change, Actor admin) {
        return find(id).doOnNext(before -> version.check(before.account()))
                .flatMap(
                        before -> {
                            ManagedAccount wanted = change.apply(before).applyTo(before);
                            return accounts.withAgencyName(wanted.account(), admin)
                                    .map(named -> wanted.with(named, wanted.active()))
                                    .flatMap(after -> write(before, after));
                        })
                .then(Mono.defer(() -> find(id)));
    }

    private Mono<Void> write(ManagedAccount before, ManagedAccount after) {
        return checkAdminStays(before, after)
                .then(Mono.defer(() -> store.change(after)))
                .flatMap(
                        changed -> {
                            if (!changed) {
                                return Mono.error(IfMatch.stale());
                            }
                            return after.hasOtherRightsThan(before)
                                    ? store.endSignIns(after.account().id(), null)
                                    : Mono.<Void>empty();
                        })
                .then(Mono.defer(() -> audit.append(AccountDeed.changed(before, after))))
                .as(transaction::transactional);
    }

    private Mono<Void> checkAdminStays(ManagedAccount before, ManagedAccount after) {
        return !isActiveAdmin(before) || isActiveAdmin(after)
                ? Mono.empty()
                : queries.holdAdmins()
                        .collectList()
                        .filter(admins -> isAlone(before, admins))
                        .flatMap(_ -> Mono.error(Problem.conflict("last-admin")));
    }

    private static boolean isActiveAdmin(ManagedAccount managed) {
        return managed.active() && managed.account().role() == Role.ADMIN;
    }

    private static boolean isAlone(ManagedAccount one, List<ManagedAccount> admins) {
        return admins.stream().allMatch(admin -> admin.account().id().equals(one.account().id()));
    }

    /**
     * A password in place of a forgotten one; who was signed in is so no longer. Fails with {@code
     * own-account} for the admin's own: there the old one is asked for.
     */
    Mono<Void> setPassword(UUID id, @Nullable String password, Actor admin) {
        return findAnothers(id, admin)
                .map(ManagedAccount::account)
                .flatMap(account -> setPassword(account, password))
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(IfMatch::stale))
                .then();
    }

    private Mono<Boolean> setPassword(Account account, @Nullable String password) {
        FieldErrors errors = new FieldErrors();
        String valid = Accounts.newPassword("password", password, account, errors);
        errors.throwIfAny();
        return accounts.setPassword(account, valid, null);
    }

    /**
     * For an owner who has lost the phone and the recovery codes. Fails with {@code own-account}.
     */
    Mono<Void> removeSecondFactor(UUID id, Actor admin) {
        return findAnothers(id, admin)
                .map(ManagedAccount::account)
                .delayUntil(account -> secondFactor.remove(account.id()))
                .delayUntil(account -> store.endSignIns(account.id(), null))
                .map(account -> AccountDeed.of("account.second-factor-removed", account))
                .flatMap(audit::append)
                .as(transaction::transactional);
    }

    /** A browser that was left open, or a stolen token, is no proof for one's own account. */
    private Mono<ManagedAccount> findAnothers(UUID id, Actor admin) {
        return find(id).filter(found -> !found.account().username().equals(admin.username()))
                .switchIfEmpty(Mono.error(() -> Problem.conflict("own-account")));
    }

    Mono<Void> endSignIns(UUID id) {
        return find(id).map(ManagedAccount::account)
                .delayUntil(account -> store.endSignIns(account.id(), null))
                .map(account -> AccountDeed.of("account.sign-ins-ended", account))
                .flatMap(audit::append)
                .as(transaction::transactional);
    }
}
