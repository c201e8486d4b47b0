package id.hadir.gateway.rate;

import id.hadir.gateway.signin.SessionCookie;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/** By what a request tells who asks, besides the address; whether it is right, {@link Verdict}. */
record Shown(Kind kind, String value) {

    enum Kind {
        TOKEN,
        SESSION,
        TICKET
    }

    private static final String BEARER = "bearer";
    private static final List<PathPattern> TICKETS =
            List.of(
                    path("/tiket/{code}/**"),
                    path("/api/registrations/{code}/**"),
                    path("/materi/*/tiket/{code}/**"));

    /** Where a ticket would be, and none is. */
    private static final PathPattern LOST = path("/tiket/hilang");

    private static PathPattern path(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    /**
     * What is read for a credential by sign-in, and for a ticket by the services. A ticket goes
     * before a session, which anybody can make up: no cookie hides who guesses tickets.
     */
    static @Nullable Shown by(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String token = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (token != null && token.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return new Shown(Kind.TOKEN, token.substring(BEARER.length()).strip());
        }
        String inPath = ticketIn(request.getPath().pathWithinApplication());
        String ticket = inPath == null ? headers.getFirst("X-Ticket") : inPath;
        if (ticket != null) {
            return new Shown(Kind.TICKET, bare(ticket));
        }
        String session = SessionCookie.read(request);
        return session == null ? null : new Shown(Kind.SESSION, session);
    }

    private static @Nullable String ticketIn(PathContainer path) {
        if (LOST.matches(path)) {
            return null;
        }
        for (PathPattern pattern : TICKETS) {
            PathMatchInfo found = pattern.matchAndExtract(path);
            if (found != null) {
                return found.getUriVariables().get("code");
            }
        }
        return null;
    }

    /** However it is grouped and typed. */
    private static String bare(String typed) {
        StringBuilder bare = new StringBuilder(typed.length());
        typed.chars()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .map(Shown::asRead)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static int asRead(int letter) {
        return switch (letter) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> letter;
        };
    }
}
