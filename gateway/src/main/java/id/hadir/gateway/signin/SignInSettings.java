package id.hadir.gateway.signin;

import id.hadir.kit.security.Role;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param sessionLifetime a working day: computers in offices are shared
 * @param tokenLifetime of a bearer token, unless another one is asked for
 * @param tokenLongest that may be asked for
 * @param secondFactor whether administrators and organisers must have one; all others may
 */
@ConfigurationProperties("hadir.sign-in")
record SignInSettings(
        Duration sessionLifetime,
        Duration tokenLifetime,
        Duration tokenLongest,
        SecondFactorRule secondFactor) {

    enum SecondFactorRule {
        OFFERED,
        REQUIRED
    }

    private static final Set<Role> BOUND = Set.of(Role.ADMIN, Role.ORGANISER);

    boolean requiresSecondFactor(Role role) {
        return secondFactor == SecondFactorRule.REQUIRED && BOUND.contains(role);
    }

    Duration lifetime(SignIn.Kind kind) {
        return kind == SignIn.Kind.SESSION ? sessionLifetime : tokenLifetime;
    }
}
