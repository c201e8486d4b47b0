package id.hadir.gateway.signin;

import id.hadir.kit.problem.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * By what the owner of an account recognises a sign-in.
 *
 * @param name that a token was given, or of the browser
 * @param address that it was made from
 * @param browser by which it is known when the account has signed in there before, or null
 */
public record Origin(@Nullable String name, String address, @Nullable String browser) {

    static final int MAX_NAME = 100;

    public static Origin ofBrowser(ServerHttpRequest request) {
        String agent = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return new Origin(
                BrowserName.of(agent), ClientAddress.of(request), HostCookie.KNOWN.read(request));
    }

    Origin named(String newName) {
        return new Origin(newName, address, browser);
    }

    /** Of a token; the name may be left out. */
    static Origin ofToken(@Nullable String name, ServerHttpRequest request, FieldErrors errors) {
        return new Origin(
                errors.optionalText("name", name, MAX_NAME), ClientAddress.of(request), null);
    }
}
