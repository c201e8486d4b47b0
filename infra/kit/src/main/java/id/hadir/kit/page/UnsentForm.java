package id.hadir.kit.page;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.CsrfFilter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What somebody typed into a page of ours before the session ended: the answer holds it, to be sent
 * again by a press, with the token of whoever is signed in by then. Nothing is kept here.
 *
 * @param fields by name, without the old token
 */
public record UnsentForm(Map<String, List<String>> fields) {

    private static final Set<String> OVER = Set.of("unauthenticated", "csrf");

    /** The forms of organisers and the desk; others may hold a password. */
    private static final List<String> KEPT = List.of("/panitia/", "/presensi/", "/materi/");

    /** Many times a long agenda; what is longer is not drawn again. */
    private static final long LONGEST = 128 * 1024;

    /** Empty where nothing is to be sent again. */
    static Mono<UnsentForm> of(ServerWebExchange exchange, Problem problem) {
        return OVER.contains(problem.code()) && isKept(exchange.getRequest())
                ? exchange.getFormData().map(UnsentForm::of)
                : Mono.empty();
    }

    private static UnsentForm of(MultiValueMap<String, String> typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        fields.remove(CsrfFilter.FIELD);
        return new UnsentForm(fields);
    }

    private static boolean isKept(ServerHttpRequest request) {
        long length = request.getHeaders().getContentLength();
        return HttpMethod.POST.equals(request.getMethod())
                && KEPT.stream().anyMatch(request.getPath().value()::startsWith)
                && length > 0
                && length <= LONGEST
                && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                        request.getHeaders().getContentType())
                && isOfThisSite(request);
    }

    /**
     * Only where the browser says so: nobody is to be led into sending what another site has filled
     * in.
     */
    private static boolean isOfThisSite(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeaders().getOrigin();
        String host = request.getHeaders().getFirst("X-Forwarded-Host"); // the gateway sets it
        try {
            return origin != null && host != null && host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
