package id.hadir.gateway.signin;

import org.springframework.web.server.ServerWebExchange;

/** Whether the token or session of a request was found to be somebody's. */
public final class SignedIn {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    private SignedIn() {}

    static void mark(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, true);
    }

    /** False as long as nobody has looked. */
    public static boolean is(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(ATTRIBUTE);
    }
}
