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
 */
public record Origin(@Nullable String name, String address) {

    static final int MAX_NAME = 100;

    static Origin ofBrowser(ServerHttpRequest request) {
        String agent = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return new Origin(BrowserName.of(agent), ClientAddress.of(request));
    }

    /** Of a token; the name may be left out. */
    static Origin ofToken(@Nullable String name, ServerHttpRequest request, FieldErrors errors) {
        return new Origin(errors.optionalText("name", name, MAX_NAME), ClientAddress.of(request));
    }
}
