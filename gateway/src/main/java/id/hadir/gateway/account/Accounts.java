package id.hadir.gateway.account;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Makes accounts and says whether a user name and a password belong together. */
@Service
public class Accounts {

    private final AccountStore store;
    private final Passwords passwords;
    private final AgencyNames agencies;
    private final Audit audit;
    private final TransactionalOperator transaction;

    Accounts(
            AccountStore store,
            Passwords passwords,
            AgencyNames agencies,
            Audit audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.passwords = passwords;
        this.agencies = agencies;
        this.audit = audit;
        this.transaction = transaction;
    }

    Mono<Account> create(NewAccount request, Actor admin) {
        return withAgencyName(request.toAccount(), admin)
                .flatMap(
                        account ->
                                passwords
                                        .hashNew("password", password(request, account))
                                        .flatMap(hash -> add(account, hash)));
    }

    private Mono<Account> add(Account account, String passwordHash) {
        return store.add(account, passwordHash)
                .map(
                        added -> {
                            if (!added) {
                                throw Problem.conflict("username-taken");
                            }
                            return account;
                        })
                .delayUntil(added -> audit.append(AccountDeed.created(added)))
                .as(transaction::transactional);
    }

    /** Looked at again, as the name of the agency is known by now. */
    private static String password(NewAccount request, Account account) {
        FieldErrors errors = new FieldErrors();
        String password = newPassword("password", request.password(), account, errors);
        errors.throwIfAny();
        return password;
    }

    /**
     * Of that user name, whatever its case; empty when there is none, or nobody signs in with it.
     */
    public Mono<Account> find(String username) {
        return store.findActive(username).map(AccountStore.WithPassword::account);
    }

    /** The account, or nothing when the two do not belong together; both take as long. */
    public Mono<Account> authenticate(String username, String password) {
        return store.findActive(username)
                .switchIfEmpty(Mono.defer(() -> passwords.matchNobody(password).then(Mono.empty())))
                .filterWhen(found -> passwords.matches(password, found.passwordHash()))
                .map(AccountStore.WithPassword::account);
    }

    /** The password as it was given; adds why it is none for that account. */
    public static String newPassword(
            String field, @Nullable String password, Account account, FieldErrors errors) {
        PasswordRules.check(field, password, PasswordOwner.of(account), errors);
        return password == null ? "" : password;
    }

    /**
     * The account as it is after all its sign-ins have ended, those at this moment as well. Fails
     * with {@code precondition-failed} when it is no longer as it was read.
     *
     * @param kept hash of the credential that goes on, or null
     */
    public Mono<Account> renew(Account account, @Nullable ByteBuffer kept) {
        return store.raiseVersion(account)
                .switchIfEmpty(Mono.error(IfMatch::stale))
                .delayUntil(_ -> store.endSignIns(account.id(), kept))
                .map(account::withVersion);
    }

    /** False for an account of an identity provider. */
    public Mono<Boolean> hasPassword(Account account) {
        return store.hasPassword(account.id());
    }

    /**
     * Ends all other sign-ins of the account as well: one of them may be why it is changed.
     *
     * @param kept hash of the credential that goes on, or null
     * @return false when the account is no longer as it was read; fails with {@code sso-account}
     */
    public Mono<Boolean> setPassword(Account account, String password, @Nullable ByteBuffer kept) {
        return hasPassword(account)
                .filter(has -> has)
                .switchIfEmpty(Mono.error(() -> Problem.conflict("sso-account")))
                .then(Mono.defer(() -> passwords.hashNew("password", password)))
                .flatMap(
                        hash ->
                                store.changePassword(account, hash)
                                        .filter(changed -> changed)
                                        .delayUntil(_ -> store.endSignIns(account.id(), kept))
                                        .delayUntil(_ -> audit.append(passwordChanged(account)))
                                        .defaultIfEmpty(false)
                                        .as(transaction::transactional));
    }

    private static Deed passwordChanged(Account account) {
        return AccountDeed.of("account.password-changed", account);
    }

    /**
     * The account with the name of its agency. It is asked for when an account is made; when
     * events-service was down then, each look at the account is another chance.
     */
    public Mono<Account> withAgencyName(Account account, Actor caller) {
        String agencyId = account.agencyId();
        if (agencyId == null || account.agencyName() != null) {
            return Mono.just(account);
        }
        return agencies.find(agencyId, caller)
                .delayUntil(name -> store.nameAgency(agencyId, name))
                .map(account::withAgencyName)
                .defaultIfEmpty(account);
    }
}
