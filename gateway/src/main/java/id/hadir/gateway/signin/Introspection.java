package id.hadir.gateway.signin;

import id.hadir.gateway.signin.SignIn.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenReactiveAuthenticationManager;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import reactor.core.publisher.Mono;

/**
 * Looks a credential up in the database, at each request: whoever signs out is out at once, on all
 * replicas.
 */
final class Introspection {

    private record Found(SignIn signIn) implements OAuth2AuthenticatedPrincipal {

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return List.of();
        }

        @Override
        public String getName() {
            return signIn.account().username();
        }
    }

    private Introspection() {}

    static ReactiveAuthenticationManager of(Kind kind, SignIns signIns) {
        var manager =
                new OpaqueTokenReactiveAuthenticationManager(
                        secret ->
                                signIns.find(kind, secret)
                                        .<OAuth2AuthenticatedPrincipal>map(Found::new)
                                        .switchIfEmpty(Mono.error(Introspection::unknown)));
        manager.setAuthenticationConverter(
                (secret, found) ->
                        Mono.just(new SignInAuthentication(((Found) found).signIn(), secret)));
        return manager;
    }

    private static BadOpaqueTokenException unknown() {
        return new BadOpaqueTokenException("unknown, revoked or expired");
    }
}
