package id.hadir.gateway.ownaccount;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.Accounts;
import id.hadir.gateway.signin.Identification;
import id.hadir.gateway.signin.Origin;
import id.hadir.gateway.signin.SignInAuthentication;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A new password for the own account. */
@Service
class PasswordChange {

    /** What the person typed; either may be missing. */
    record Request(@Nullable String current, @Nullable String password) {}

    private final Identification identification;
    private final Accounts accounts;

    PasswordChange(Identification identification, Accounts accounts) {
        this.identification = identification;
        this.accounts = accounts;
    }

    /**
     * All other sign-ins of the account end. Fails with {@code invalid} or {@code rate-limited};
     * the new password is looked at first, since a wrong one costs no try.
     */
    Mono<Void> change(SignInAuthentication current, Request request, Origin origin) {
        Account account = current.account();
        FieldErrors errors = new FieldErrors();
        String old = Identification.password("current", request.current(), errors);
        String password = Accounts.newPassword("password", request.password(), account, errors);
        errors.throwIfAny();
        if (password.equals(old)) {
            return Mono.error(Problem.invalid("password", "password-unchanged"));
        }
        return identification
                .confirm("current", account, old, origin)
                .then(Mono.defer(() -> accounts.setPassword(account, password, current.hash())))
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(() -> Problem.invalid("current", "wrong-password")))
                .then();
    }
}
