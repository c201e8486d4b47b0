package id.hadir.kit.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Which language a request speaks: programs say it in Accept-Language; people chose it in the
 * footer, since a phone set to English says nothing about the language of a letter from the Sekda.
 */
public final class PageLanguage implements LocaleContextResolver {

    public static final Locale INDONESIAN = Locale.of("id");
    public static final String COOKIE = "hadir_lang";
    private static final String SECURE_COOKIE = "__Host-" + COOKIE;
    private static final List<Locale> SPOKEN = List.of(INDONESIAN, Locale.ENGLISH);

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(language(exchange.getRequest()));
    }

    private static Locale language(ServerHttpRequest request) {
        if (request.getPath().value().startsWith("/api/")) {
            return preferred(request);
        }
        HttpCookie secure = request.getCookies().getFirst(SECURE_COOKIE);
        HttpCookie cookie = secure == null ? request.getCookies().getFirst(COOKIE) : secure;
        return cookie == null ? INDONESIAN : byTag(cookie.getValue());
    }

    /** Whether a cookie of that name says the language and no more. */
    public static boolean isCookie(String name) {
        return name.equals(COOKIE) || name.equals(SECURE_COOKIE);
    }

    /** As it is kept by a browser: over TLS no other host can set it (RFC 6265bis, 4.1.3.2). */
    static ResponseCookie cookie(ServerHttpRequest request, @Nullable String tag) {
        boolean isSecure = "https".equals(request.getURI().getScheme());
        return ResponseCookie.from(isSecure ? SECURE_COOKIE : COOKIE, byTag(tag).getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(isSecure)
                .sameSite("Lax")
                .build();
    }

    private static Locale preferred(ServerHttpRequest request) {
        try {
            List<Locale.LanguageRange> ranges = request.getHeaders().getAcceptLanguage();
            Locale match = Locale.lookup(ranges, SPOKEN);
            return match == null ? INDONESIAN : match;
        } catch (IllegalArgumentException malformedHeader) {
            return INDONESIAN;
        }
    }

    static Locale byTag(@Nullable String tag) {
        return "en".equals(tag) ? Locale.ENGLISH : INDONESIAN;
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the language is set by LanguageSwitch");
    }
}
