package id.hadir.gateway.ownaccount;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.AccountDeed;
import id.hadir.gateway.secondfactor.Enrolment;
import id.hadir.gateway.secondfactor.SecondFactor;
import id.hadir.gateway.signin.Identification;
import id.hadir.gateway.signin.Origin;
import id.hadir.gateway.signin.SecondStep;
import id.hadir.gateway.signin.SignInAuthentication;
import id.hadir.gateway.signin.SignIns;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Turning the second factor of the own account on and off. */
@Service
class OwnSecondFactor {

    private final SecondFactor factor;
    private final Identification identification;
    private final SecondStep secondStep;
    private final SignIns signIns;
    private final Audit audit;

    OwnSecondFactor(
            SecondFactor factor,
            Identification identification,
            SecondStep secondStep,
            SignIns signIns,
            Audit audit) {
        this.factor = factor;
        this.identification = identification;
        this.secondStep = secondStep;
        this.signIns = signIns;
        this.audit = audit;
    }

    Mono<Boolean> isEnrolled(SignInAuthentication current) {
        return factor.isEnrolled(current.account().id());
    }

    /** Fails with {@code invalid}, {@code rate-limited} or {@code second-factor-enrolled}. */
    Mono<Enrolment> begin(SignInAuthentication current, @Nullable String password, Origin origin) {
        Account account = current.account();
        return identification
                .confirm("password", account, password, origin)
                .then(Mono.defer(() -> factor.begin(account.id(), account.username())));
    }

    /**
     * The recovery codes; this sign-in has shown the factor and counts as made with it, and what
     * the password alone has opened ends. Fails with {@code invalid}, {@code rate-limited} or
     * {@code precondition-failed}.
     */
    Mono<List<String>> confirm(SignInAuthentication current, @Nullable String code, Origin origin) {
        return secondStep
                .enrol(current.account(), code, current.hash(), origin)
                .delayUntil(_ -> signIns.markSecondFactor(current))
                .map(SecondStep.Enrolled::recoveryCodes);
    }

    /**
     * Fails with {@code invalid} or {@code rate-limited}, and with {@code second-factor-binding}
     * where the operator requires it.
     */
    Mono<Void> remove(
            SignInAuthentication current,
            @Nullable String password,
            @Nullable String code,
            Origin origin) {
        Account account = current.account();
        if (secondStep.isRequiredOf(account)) {
            return Mono.error(Problem.conflict("second-factor-binding"));
        }
        return identification
                .confirm("password", account, password, origin)
                .then(Mono.defer(() -> secondStep.confirm(account, code, origin)))
                .then(Mono.defer(() -> factor.remove(account.id())))
                .then(Mono.defer(() -> audit.append(removed(account))));
    }

    private static Deed removed(Account account) {
        return AccountDeed.of("account.second-factor-removed", account);
    }
}
