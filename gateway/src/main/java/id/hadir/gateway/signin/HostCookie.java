package id.hadir.gateway.signin;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The cookies that hold a credential. Behind TLS their names begin with {@code __Host-}: the
 * browser then takes them from this host alone and over TLS alone (RFC 6265bis, 4.1.3.2).
 */
public enum HostCookie {

    /** Of somebody who is signed in. */
    SESSION("hadir_session"),

    /** Of somebody who has given the password and not yet the code. */
    PENDING("hadir_masuk"),

    /** Of somebody who has been sent to the identity provider and has not come back yet. */
    PROVIDER("hadir_oidc"),

    /** Of a browser in which somebody has signed in before; it opens nothing. */
    KNOWN("hadir_kenal");

    private static final String PREFIX = "__Host-";

    private final String plain;

    HostCookie(String plain) {
        this.plain = plain;
    }

    /** Null when there is none. */
    public @Nullable String read(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(name(request));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    public ResponseCookie of(ServerHttpRequest request, String secret, Duration lifetime) {
        return ResponseCookie.from(name(request), secret)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite("Lax")
                .path("/")
                .maxAge(lifetime)
                .build();
    }

    public ResponseCookie removed(ServerHttpRequest request) {
        return of(request, "", Duration.ZERO);
    }

    static boolean isAny(String name) {
        return Arrays.stream(values()).anyMatch(cookie -> cookie.isCalled(name));
    }

    /** Who sends it is still nobody, and may read what everybody reads. */
    public static boolean opensNothing(String name) {
        return KNOWN.isCalled(name);
    }

    private boolean isCalled(String name) {
        return name.equals(plain) || name.equals(PREFIX + plain);
    }

    private String name(ServerHttpRequest request) {
        return isSecure(request) ? PREFIX + plain : plain;
    }

    private static boolean isSecure(ServerHttpRequest request) {
        return "https".equals(request.getURI().getScheme());
    }
}
