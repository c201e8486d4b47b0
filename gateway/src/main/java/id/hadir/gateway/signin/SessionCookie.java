package id.hadir.gateway.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What other parts of the gateway ask about the cookie that holds a session. */
public final class SessionCookie {

    private SessionCookie() {}

    /** Null when there is none. */
    public static @Nullable String read(ServerHttpRequest request) {
        return HostCookie.SESSION.read(request);
    }

    /** Whether a cookie is the gateway's own, which no service may see. */
    public static boolean isNamed(String cookie) {
        return HostCookie.isAny(cookie);
    }
}
