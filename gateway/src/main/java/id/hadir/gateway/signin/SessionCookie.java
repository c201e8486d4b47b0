package id.hadir.gateway.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The cookie that holds a session. Behind TLS its name begins with {@code __Host-}: the browser
 * then takes it from this host alone and over TLS alone (RFC 6265bis, 4.1.3.2).
 */
public final class SessionCookie {

    private static final String PLAIN = "hadir_session";
    private static final String SECURE = "__Host-" + PLAIN;

    private SessionCookie() {}

    /** Null when there is none. */
    public static @Nullable String read(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(name(request));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    static ResponseCookie of(ServerHttpRequest request, String secret, Duration lifetime) {
        return ResponseCookie.from(name(request), secret)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite("Lax")
                .path("/")
                .maxAge(lifetime)
                .build();
    }

    static ResponseCookie removed(ServerHttpRequest request) {
        return of(request, "", Duration.ZERO);
    }

    /** Whether a cookie is a session's, which no service may see. */
    public static boolean isNamed(String cookie) {
        return cookie.equals(PLAIN) || cookie.equals(SECURE);
    }

    private static String name(ServerHttpRequest request) {
        return isSecure(request) ? SECURE : PLAIN;
    }

    private static boolean isSecure(ServerHttpRequest request) {
        return "https".equals(request.getURI().getScheme());
    }
}
