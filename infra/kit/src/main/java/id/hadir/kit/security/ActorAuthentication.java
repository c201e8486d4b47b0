package id.hadir.kit.security;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The actor as Spring Security sees it: in a service what the JWT says, at the gateway who signed
 * in.
 */
public class ActorAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Actor actor;

    public ActorAuthentication(Actor actor) {
        super(List.of(new SimpleGrantedAuthority(actor.role().authority())));
        this.actor = actor;
        setAuthenticated(true);
    }

    static ActorAuthentication of(Jwt jwt) {
        return new ActorAuthentication(
                new Actor(
                        Role.ofCode(Objects.requireNonNull(jwt.getClaimAsString("role"))),
                        Objects.requireNonNull(jwt.getSubject()),
                        Objects.requireNonNullElse(jwt.getClaimAsString("name"), ""),
                        jwt.getClaimAsString("agency"),
                        jwt.getClaimAsString("region"),
                        jwt.getClaimAsString("csrf")));
    }

    public final Actor actor() {
        return actor;
    }

    @Override
    public final Actor getPrincipal() {
        return actor;
    }

    @Override
    public final @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorAuthentication that && actor.equals(that.actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
