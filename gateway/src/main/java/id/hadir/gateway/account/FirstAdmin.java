package id.hadir.gateway.account;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.security.Role;
import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Makes the account {@code admin} in an empty database, before the first request is taken. Whoever
 * starts the gateway chooses the password ({@code infra/up} makes one up and prints it): a gateway
 * that made one up itself would have to write it into a log.
 */
@Component
@DependsOnDatabaseInitialization
class FirstAdmin implements InitializingBean {

    static final String USERNAME = "admin";

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AccountStore store;
    private final Passwords passwords;
    private final AccountSettings settings;
    private final Audit audit;
    private final TransactionalOperator transaction;

    FirstAdmin(
            AccountStore store,
            Passwords passwords,
            AccountSettings settings,
            Audit audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Waits: it is the start, no event loop is held up. On a machine that starts everything at once
     * the first connection may take longer than a request would wait for it.
     */
    @Override
    public void afterPropertiesSet() {
        store.isEmpty()
                .filter(empty -> empty)
                .flatMap(_ -> create())
                .retryWhen(
                        Retry.fixedDelay(Long.MAX_VALUE, RETRY_AFTER)
                                .filter(DataAccessException.class::isInstance))
                .block(START_LIMIT);
    }

    private Mono<Boolean> create() {
        String password = settings.adminPassword();
        if (password == null || !PasswordRules.fitsFirstAccount(password)) {
            return Mono.error(new NoAdminPassword());
        }
        Account admin =
                new Account(
                        UuidCreator.getTimeOrderedEpoch(),
                        USERNAME,
                        "Administrator",
                        Role.ADMIN,
                        null,
                        null,
                        null,
                        Account.FIRST_VERSION);
        return passwords.hash(password).flatMap(hash -> add(admin, hash));
    }

    /** Another replica may have been first. */
    private Mono<Boolean> add(Account admin, String passwordHash) {
        return store.add(admin, passwordHash)
                .filter(added -> added)
                .delayUntil(_ -> audit.appendOwn(AccountDeed.created(admin)))
                .as(transaction::transactional);
    }
}
