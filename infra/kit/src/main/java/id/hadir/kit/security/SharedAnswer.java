package id.hadir.kit.security;

import java.time.Duration;
import org.springframework.http.CacheControl;

/**
 * Who may be given what an actor was answered: everybody what nobody in particular got, by a cache
 * that they share, which is the gateway; a browser asks each time.
 */
public final class SharedAnswer {

    private SharedAnswer() {}

    public static CacheControl to(Actor actor, Duration age) {
        return actor.isSignedIn()
                ? CacheControl.noCache().cachePrivate()
                : CacheControl.maxAge(Duration.ZERO).cachePublic().sMaxAge(age);
    }
}
