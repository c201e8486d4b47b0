package id.hadir.gateway.rate;

import id.hadir.gateway.signin.SessionCookie;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** By what a request tells who asks, besides the address; whether it is right, a service says. */
record Shown(Kind kind, String value) {

    enum Kind {
        ACCOUNT,
        TICKET,
        INVITATION
    }

    private static final Pattern TICKET =
            Pattern.compile("/(?:tiket|api/registrations|materi/[^/]+/tiket)/([^/]+).*");
    private static final String INVITATION = "undangan=";

    static @Nullable Shown by(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String token = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            return new Shown(Kind.ACCOUNT, token);
        }
        for (List<HttpCookie> cookies : request.getCookies().values()) {
            HttpCookie cookie = cookies.getFirst();
            if (SessionCookie.isNamed(cookie.getName())) {
                return new Shown(Kind.ACCOUNT, cookie.getValue());
            }
        }
        String ticket = headers.getFirst("X-Ticket");
        return ticket == null ? byAddress(request) : ticket(ticket);
    }

    private static @Nullable Shown byAddress(ServerHttpRequest request) {
        Matcher ticket = TICKET.matcher(request.getPath().value());
        if (ticket.matches()) {
            return ticket(ticket.group(1));
        }
        String query = request.getURI().getRawQuery();
        int at = query == null ? -1 : query.indexOf(INVITATION);
        if (query == null || at < 0) {
            return null;
        }
        int end = query.indexOf('&', at);
        return new Shown(
                Kind.INVITATION,
                query.substring(at + INVITATION.length(), end < 0 ? query.length() : end));
    }

    /** However it is grouped and typed. */
    private static Shown ticket(String typed) {
        StringBuilder bare = new StringBuilder(typed.length());
        typed.chars()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .forEach(bare::appendCodePoint);
        return new Shown(Kind.TICKET, bare.toString());
    }
}
