package id.hadir.gateway.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param sessionLifetime a working day: computers in offices are shared
 * @param tokenLifetime of a bearer token, unless another one is asked for
 * @param tokenLongest that may be asked for
 */
@ConfigurationProperties("hadir.sign-in")
record SignInSettings(Duration sessionLifetime, Duration tokenLifetime, Duration tokenLongest) {

    Duration lifetime(SignIn.Kind kind) {
        return kind == SignIn.Kind.SESSION ? sessionLifetime : tokenLifetime;
    }
}
