package id.hadir.gateway.account;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.problem.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The accounts of those who sign in at an identity provider. What it says of them is written anew
 * each time; whether an account is switched off is said here.
 */
@Service
public class ProvidedAccounts {

    private final ProvidedAccountStore provided;
    private final AccountStore store;
    private final Accounts accounts;
    private final Audit audit;
    private final TransactionalOperator transaction;

    ProvidedAccounts(
            ProvidedAccountStore provided,
            AccountStore store,
            Accounts accounts,
            Audit audit,
            TransactionalOperator transaction) {
        this.provided = provided;
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * The account of that person, made at the first time. Fails with {@code invalid} when the
     * provider tells too little or an agency that does not exist, and with {@code sso-inactive}.
     */
    public Mono<Account> findOrMake(ProvidedAccount told) {
        return Mono.defer(() -> named(told))
                .flatMap(agency -> write(told, agency).as(transaction::transactional))
                .retryWhen(Retry.max(1).filter(DuplicateKeyException.class::isInstance));
    }

    /** Before the transaction: events-service is asked for the agency. */
    private Mono<Account> named(ProvidedAccount told) {
        Account account = told.create();
        return accounts.withAgencyName(account, account.actor(null));
    }

    private Mono<Account> write(ProvidedAccount told, Account named) {
        return provided.hold(told)
                .flatMap(found -> rewrite(found, told, named))
                .switchIfEmpty(Mono.defer(() -> add(told, named)));
    }

    private Mono<Account> rewrite(ManagedAccount before, ProvidedAccount told, Account named) {
        if (!before.active()) {
            return Mono.error(Problem.of(HttpStatus.FORBIDDEN, "sso-inactive"));
        }
        Account wanted = told.applyTo(before.account(), named.agencyName());
        if (wanted.equals(before.account())) {
            return Mono.just(wanted);
        }
        ManagedAccount after = before.with(wanted, true);
        return store.change(after)
                .then(
                        after.hasOtherRightsThan(before)
                                ? store.endSignIns(wanted.id(), null)
                                : Mono.<Void>empty())
                .then(audit.appendAs(wanted.actor(null), AccountDeed.changed(before, after)))
                .then(Mono.defer(() -> provided.hold(told)))
                .map(ManagedAccount::account);
    }

    private Mono<Account> add(ProvidedAccount told, Account account) {
        return Flux.fromIterable(told.usernames())
                .concatMap(
                        username ->
                                provided.add(account, username, told)
                                        .filter(added -> added)
                                        .flatMap(_ -> provided.hold(told)))
                .next()
                .map(ManagedAccount::account)
                .delayUntil(made -> audit.appendAs(made.actor(null), AccountDeed.created(made)));
    }
}
