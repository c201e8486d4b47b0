package id.hadir.gateway.account;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Makes accounts and says whether a user name and a password belong together. */
@Service
public class Accounts {

    private final AccountStore store;
    private final Passwords passwords;
    private final AgencyNames agencies;

    Accounts(AccountStore store, Passwords passwords, AgencyNames agencies) {
        this.store = store;
        this.passwords = passwords;
        this.agencies = agencies;
    }

    Mono<Account> create(NewAccount request, Actor admin) {
        Account account = request.toAccount();
        return Mono.zip(withAgencyName(account, admin), passwords.hash(password(request)))
                .flatMap(named -> add(named.getT1(), named.getT2()));
    }

    private Mono<Account> add(Account account, String passwordHash) {
        return store.add(account, passwordHash)
                .map(
                        added -> {
                            if (!added) {
                                throw Problem.conflict("username-taken");
                            }
                            return account;
                        });
    }

    private static String password(NewAccount request) {
        return request.password() == null ? "" : request.password();
    }

    /** The account, or nothing when the two do not belong together; both take as long. */
    public Mono<Account> authenticate(String username, String password) {
        return store.findActive(username)
                .switchIfEmpty(Mono.defer(() -> passwords.matchNobody(password).then(Mono.empty())))
                .filterWhen(found -> passwords.matches(password, found.passwordHash()))
                .map(AccountStore.WithPassword::account);
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
