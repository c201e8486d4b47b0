package id.hadir.kit.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Which language a request speaks: programs say it in Accept-Language; people chose it in the
 * footer, since a phone set to English says nothing about the language of a letter from the Sekda.
 */
public final class PageLanguage implements LocaleContextResolver {

    static final Locale INDONESIAN = Locale.of("id");
    public static final String COOKIE = "hadir_lang";
    private static final List<Locale> SPOKEN = List.of(INDONESIAN, Locale.ENGLISH);

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(language(exchange.getRequest()));
    }

    private static Locale language(ServerHttpRequest request) {
        if (request.getPath().value().startsWith("/api/")) {
            return preferred(request);
        }
        HttpCookie cookie = request.getCookies().getFirst(COOKIE);
        return cookie == null ? INDONESIAN : byTag(cookie.getValue());
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
