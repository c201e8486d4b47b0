package id.hadir.gateway.cache;

import id.hadir.gateway.signin.HostCookie;
import id.hadir.kit.page.PageLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What nobody in particular asks for, with all that the answer may depend on: the key of the cache.
 * What is not in it does not reach the service either, so that no reader can make up what the
 * others get.
 *
 * @param site scheme and authority
 * @param target path and query
 */
record PublicRequest(
        String site, String target, String accept, String language, boolean takesGzip) {

    private static final List<PathPattern> PATHS =
            List.of(
                    path("/"),
                    path("/kegiatan/*"),
                    path("/kalender"),
                    path("/privasi"),
                    path("/api/events"),
                    path("/api/events/*"),
                    path("/api/events/*/availability"),
                    path("/api/events/*/calendar.ics"),
                    path("/api/calendar.ics"));

    /** With one of these somebody in particular asks, or for a part. */
    private static final List<String> PERSONAL =
            List.of(HttpHeaders.AUTHORIZATION, "X-Ticket", HttpHeaders.RANGE);

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final int LONGEST_TARGET = 1024;
    private static final int LONGEST_ACCEPT = 256;

    private static PathPattern path(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    /** Null when the answer must not be another one's. */
    static @Nullable PublicRequest of(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (!READING.contains(request.getMethod())
                || !isListed(request.getPath().pathWithinApplication())
                || !isAnybodys(request)) {
            return null;
        }
        String target = target(request);
        String accept = text(request.getHeaders(), HttpHeaders.ACCEPT);
        return target.length() > LONGEST_TARGET || accept.length() > LONGEST_ACCEPT
                ? null
                : new PublicRequest(
                        request.getURI().getScheme() + "://" + request.getURI().getRawAuthority(),
                        target,
                        accept,
                        language(exchange),
                        takesGzip(request.getHeaders()));
    }

    boolean isForEventPage() {
        return target.startsWith("/kegiatan/");
    }

    /** These headers and no others go to the service. */
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        if (!accept.isEmpty()) {
            headers.set(HttpHeaders.ACCEPT, accept);
        }
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        headers.set(HttpHeaders.ACCEPT_ENCODING, takesGzip ? "gzip" : "identity");
        headers.set(HttpHeaders.COOKIE, languageCookie().toString());
        return headers;
    }

    HttpCookie languageCookie() {
        return new HttpCookie(PageLanguage.COOKIE, language);
    }

    private static boolean isListed(PathContainer path) {
        for (PathPattern listed : PATHS) {
            if (listed.matches(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnybodys(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return PERSONAL.stream().noneMatch(headers::containsHeader)
                && !text(headers, HttpHeaders.CACHE_CONTROL).contains("no-store")
                && request.getCookies().keySet().stream().allMatch(PublicRequest::isNobodys);
    }

    private static boolean isNobodys(String cookie) {
        return PageLanguage.isCookie(cookie) || HostCookie.opensNothing(cookie);
    }

    private static String target(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        String path = request.getURI().getRawPath();
        return query == null ? path : path + "?" + query;
    }

    private static String language(ServerWebExchange exchange) {
        Locale locale = exchange.getLocaleContext().getLocale();
        return locale == null ? "id" : locale.getLanguage();
    }

    private static boolean takesGzip(HttpHeaders headers) {
        String encodings = text(headers, HttpHeaders.ACCEPT_ENCODING);
        return encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }

    private static String text(HttpHeaders headers, String name) {
        List<String> values = headers.getOrEmpty(name);
        return values.size() == 1 ? values.getFirst() : String.join(", ", values);
    }
}
